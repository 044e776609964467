import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import { decides } from '../../../../harness/protocol/index.ts';
import type { Model } from '../../view/model.ts';
import { durationWords, momentWords } from '../../view/words.ts';
import { Exchanges } from './exchange.tsx';
import { Findings } from './findings.tsx';
import { SectionTable } from './sections.tsx';
import { ScoreTable } from './score-table.tsx';
import { TargetCard } from './target-card.tsx';

/** More cards than this push everything else out of sight. */
const MOST_CARDS = 8;

/** At a glance: what each target keeps, the findings that matter, and where to look next. */
export function Overview({ model }: { readonly model: Model }): VNode {
  const { results, summary } = model;
  const deciding = model.rows.filter(({ rule }) => decides(rule)).length;
  const checked = model.rows.filter((row) => row.cases.length > 0).length;
  const cases = new Set(model.rows.flatMap((row) => row.cases)).size;
  return (
    <>
      <section class="hero">
        <h1>How well browsers keep to MediaRecorder</h1>
        <p class="lead">
          {checked === model.rows.length ? '' : `${checked.toLocaleString('en')} of `}
          {plural(model.rows.length, 'rule')} checked by {plural(cases, 'case')} in{' '}
          {plural(model.targets.length, 'target')}.{' '}
          {deciding === 0
            ? 'No must-rule with firm wording is among them, so nothing here decides conformance.'
            : `${plural(deciding, 'must-rule')} with firm wording ${deciding === 1 ? 'decides' : 'decide'} conformance; everything else is shown beside ${deciding === 1 ? 'it' : 'them'}.`}
        </p>
        <dl class="facts">
          <div>
            <dt>Run</dt>
            <dd>
              {momentWords(results.startedAt)}, {durationWords(results.durationMs)}
            </dd>
          </div>
          <div>
            <dt>Machine</dt>
            <dd>
              {results.machine.platform} {results.machine.arch}, {plural(results.machine.cores, 'core')}
            </dd>
          </div>
          <div>
            <dt>Suite</dt>
            <dd>{results.suite.version}</dd>
          </div>
          <div>
            <dt>Specification</dt>
            <dd>{results.suite.specRevision}</dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="targets">
        <h2 id="targets">Must-rules kept</h2>
        {model.targets.length > MOST_CARDS ? (
          <ScoreTable model={model} />
        ) : (
          <div class="cards">
            {model.targets.map((view, index) => {
              const figures = summary.targets[index];
              return figures === undefined ? null : (
                <TargetCard key={view.target.id} view={view} figures={figures} />
              );
            })}
          </div>
        )}
      </section>
      <Exchanges model={model} />
      <Findings model={model} />
      <SectionTable model={model} />
    </>
  );
}
