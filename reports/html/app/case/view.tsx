import type { VNode } from 'preact';
import type { CaseResult } from '../../../../harness/protocol/index.ts';
import { tellingAttempt } from '../../../failures.ts';
import { bugMarkdown, command } from '../../view/bug.ts';
import { paramsOf, type Model, type RuleRow, type TargetView } from '../../view/model.ts';
import type { Route } from '../../view/route.ts';
import { VERDICT_MEANINGS } from '../../view/words.ts';
import { CopyBlock } from '../parts/copy.tsx';
import { VerdictBadge } from '../parts/verdict.tsx';
import { Neighbours } from './aside.tsx';
import { Attempts, Evidence } from './attempts.tsx';
import { Beside } from './beside.tsx';
import { Recordings } from './recordings.tsx';
import { Surroundings } from './surroundings.tsx';
import { TimelineFigure } from './timeline.tsx';

type CaseRoute = Extract<Route, { view: 'case' }>;

/** What is known of the case beforehand, and whether it came out so. */
function Expectation({ result }: { readonly result: CaseResult | undefined }): VNode | null {
  if (result?.expected === undefined) return null;
  const { expected, known } = result;
  if (known === undefined) return expected ? null : <p class="notice small">Not expected.</p>;
  return (
    <p class="notice small">
      {expected ? 'As expected' : 'Not as expected'}: known as {known.outcomes.join(' or ')}. {known.reason}{' '}
      {known.link === undefined ? null : (
        <a href={known.link} rel="noreferrer">
          {known.link}
        </a>
      )}
    </p>
  );
}

function RuleHead({
  row,
  view,
  id,
}: {
  readonly row: RuleRow;
  readonly view: TargetView;
  readonly id: string;
}): VNode {
  const { rule } = row;
  const verdict = view.cases.get(id)?.verdict;
  return (
    <header class="case-head">
      <p class="crumbs">
        <a href="#/rules">Rules</a> / {rule.sectionTitle}
      </p>
      <h1>{rule.statement}</h1>
      <p class="case-line">
        <VerdictBadge verdict={verdict} /> <span>in {view.long}</span>
        {verdict === undefined ? null : <span class="quiet">{VERDICT_MEANINGS[verdict]}</span>}
      </p>
      <dl class="facts">
        <div>
          <dt>Rule</dt>
          <dd>
            <code>{rule.id}</code>
          </dd>
        </div>
        {paramsOf(id).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
        <div>
          <dt>Strength</dt>
          <dd>
            {rule.level}, {rule.standing}
          </dd>
        </div>
        {rule.beyondScripts === undefined ? null : (
          <div>
            <dt>Beyond scripts</dt>
            <dd>{rule.beyondScripts}</dd>
          </div>
        )}
        <div>
          <dt>Source</dt>
          <dd>
            <a href={rule.source.url} rel="noreferrer">
              {rule.source.label}
            </a>
          </dd>
        </div>
      </dl>
      {rule.note === undefined ? null : <p class="quiet">{rule.note}</p>}
      <Expectation result={view.cases.get(id)} />
    </header>
  );
}

function Happened(props: {
  readonly model: Model;
  readonly view: TargetView;
  readonly result: CaseResult;
  readonly route: CaseRoute;
}): VNode {
  const { model, view, result, route } = props;
  const attempt = tellingAttempt(result) ?? result.attempts.at(-1);
  const trace = attempt?.trace ?? [];
  const left = model.payload.tracesLeftOut && result.verdict === 'pass';
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">What happened</h2>
      {trace.length === 0 ? (
        <p class="quiet">
          {left
            ? 'The traces of passing cases are left out of this page to keep it small; results.json has them.'
            : 'No trace was kept.'}
        </p>
      ) : (
        <TimelineFigure trace={trace} title={view.long} />
      )}
      <Beside model={model} view={view} route={route} />
    </section>
  );
}

/** One case in one target: what the rule says, what was expected and seen, and how to see it again. */
export function CaseView({ model, route }: { readonly model: Model; readonly route: CaseRoute }): VNode {
  const rule = route.id.split(';', 1)[0];
  const row = model.rows.find((entry) => entry.rule.id === rule);
  const view = model.targets.find(({ target }) => target.id === route.target) ?? model.targets[0];
  if (row === undefined || view === undefined)
    return (
      <p class="empty">
        This run has no case <code>{route.id}</code>. <a href="#/rules">See its rules.</a>
      </p>
    );
  const result = view.cases.get(route.id);
  return (
    <div class="case-page">
      <article>
        <RuleHead row={row} view={view} id={route.id} />
        {result === undefined ? (
          <p class="empty">This case was not run in {view.long}.</p>
        ) : (
          <>
            <Evidence attempt={tellingAttempt(result)} />
            <Happened model={model} view={view} result={result} route={route} />
            <Recordings model={model} target={view.target.id} result={result} />
            <Attempts result={result} />
            <section aria-labelledby="again">
              <h2 id="again">Run it again</h2>
              <CopyBlock
                text={command(view.target, result.id, model.results)}
                label="the command that runs this case again"
              />
            </section>
            <section aria-labelledby="report-it">
              <h2 id="report-it">Report it</h2>
              <details>
                <summary>Markdown for a bug tracker</summary>
                <CopyBlock
                  text={bugMarkdown(model.results, row.rule, view.target, result)}
                  label="the Markdown for a bug tracker"
                />
              </details>
            </section>
          </>
        )}
      </article>
      <aside>
        <Neighbours model={model} row={row} view={view} id={route.id} />
        <Surroundings view={view} />
      </aside>
    </div>
  );
}
