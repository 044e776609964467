import type { VNode } from 'preact';
import { VERDICTS, type Engine } from '../../../../harness/protocol/index.ts';
import type { Kept, Standings, Tally, TargetSummary } from '../../../summary.ts';
import type { TargetView } from '../../view/model.ts';
import { rulesHref } from '../../view/route.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { StandingsBar } from '../parts/bar.tsx';
import { VerdictMark } from '../parts/verdict.tsx';

/** Why rules could not be decided, in words. */
export function undecidedWords(of: Standings): string {
  const parts = [
    [of.blocked, 'blocked here'],
    [of.unsupported, 'unsupported'],
    [of.harnessError, 'lost to harness errors'],
    [of.notRun, 'not run'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? 'every rule decided' : said.join(', ');
}

/** Kept of decided, or that nothing was decided. */
export function Fraction({ of }: { readonly of: Kept }): VNode {
  return <>{of.decided === 0 ? 'none decided' : `${of.kept} of ${of.decided}`}</>;
}

/** The verdicts of a target's cases, each leading to its rules. */
export function Counts({ tally, engine }: { readonly tally: Tally; readonly engine: Engine }): VNode {
  return (
    <ul class="counts" aria-label="Cases by verdict">
      {VERDICTS.filter((verdict) => tally[verdict] > 0).map((verdict) => (
        <li key={verdict}>
          <a href={rulesHref({ engines: [engine], verdicts: [verdict] })} title={VERDICT_WORDS[verdict]}>
            <VerdictMark verdict={verdict} />
            {tally[verdict].toLocaleString('en')}
            <span class="sr"> {VERDICT_WORDS[verdict]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One target: rules kept of rules decided, what stands beside them, and the verdicts of its cases. */
export function TargetCard(props: { readonly view: TargetView; readonly figures: TargetSummary }): VNode {
  const { view, figures } = props;
  const { conformance, beyond, unclear, beside, tally } = figures;
  const { target, subject } = view;
  return (
    <article class="card target">
      <h3>
        {subject === '' ? target.browser.name : subject}
        <small>
          {subject === '' ? target.browser.version : `in ${view.long.split(' in ').at(-1) ?? ''}`}
        </small>
      </h3>
      <p class="figure">
        {conformance.decided === 0 ? (
          'No must-rule was decided'
        ) : (
          <>
            <b>{conformance.kept}</b> of {conformance.decided} decided
          </>
        )}
      </p>
      <StandingsBar of={conformance} />
      <p class="quiet">{undecidedWords(conformance)}</p>
      <dl class="beside">
        {beyond.decided === 0 ? null : (
          <div>
            <dt>Beyond any script</dt>
            <dd>
              <Fraction of={beyond} />
            </dd>
          </div>
        )}
        <div>
          <dt>Unclear wording</dt>
          <dd>
            <Fraction of={unclear} />
          </dd>
        </div>
        <div>
          <dt>Should, may, practice</dt>
          <dd>
            <Fraction of={beside} />
          </dd>
        </div>
      </dl>
      <Counts tally={tally} engine={target.engine} />
      {target.complete ? null : <p class="notice small">Not complete</p>}
    </article>
  );
}
