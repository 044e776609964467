import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import { useMemo } from 'preact/hooks';
import { compareTargets, type Change, type Comparison } from '../../../compare.ts';
import { paramsOf, type Model } from '../../view/model.ts';
import { caseHref } from '../../view/route.ts';
import { momentWords } from '../../view/words.ts';
import { go } from '../navigation.ts';
import { VerdictBadge } from '../parts/verdict.tsx';

const SHOWN = 200;

const RULE_WORDS = {
  new: 'new rule',
  gone: 'rule is gone',
  changed: 'the rule itself changed',
} as const;

function Changes(props: {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly model: Model;
  readonly isHeld: boolean;
}): VNode | null {
  const { title, changes, model, isHeld } = props;
  if (changes.length === 0) return null;
  const labels = new Map(model.targets.map((view) => [view.target.id, view.label]));
  return (
    <details class="card changes" open={changes.length <= 30}>
      <summary>
        <h2>
          {title} <small>{plural(changes.length, 'case')}</small>
        </h2>
      </summary>
      <ul>
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.target} ${change.case}`}>
            <a href={caseHref(change.target, change.case)}>
              <code>{change.rule}</code>
              {paramsOf(change.case).map(({ name, value }) => (
                <span key={name} class="param">
                  {name} {value}
                </span>
              ))}
            </a>
            <span class="quiet">{isHeld ? '' : (labels.get(change.target) ?? change.target)}</span>
            <span class="steps">
              {change.before === undefined ? null : <VerdictBadge verdict={change.before} />}
              {change.before === undefined || change.after === undefined ? null : (
                <span aria-label="then">→</span>
              )}
              {change.after === undefined ? null : <VerdictBadge verdict={change.after} />}
              {change.ruleChange === undefined ? null : <em class="tag">{RULE_WORDS[change.ruleChange]}</em>}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? <p class="quiet">and {changes.length - SHOWN} more</p> : null}
    </details>
  );
}

function RuleChanges({ comparison }: { readonly comparison: Comparison }): VNode | null {
  if (comparison.rules.length === 0) return null;
  return (
    <details class="card changes" open={comparison.rules.length <= 30}>
      <summary>
        <h2>
          Changes of the suite <small>{plural(comparison.rules.length, 'rule')}</small>
        </h2>
      </summary>
      <ul>
        {comparison.rules.map((change) => (
          <li key={change.rule}>
            <code>{change.rule}</code> <em class="tag">{change.kind}</em>
            {change.fields.map(({ field, before, after }) => (
              <p key={field} class="field">
                {field}: <del>{before}</del> <ins>{after}</ins>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Kind = 'newlyFailing' | 'newlyPassing' | 'otherwise' | 'added' | 'gone';
const KINDS: readonly Kind[] = ['newlyFailing', 'newlyPassing', 'otherwise', 'added', 'gone'];

/** What changed from one run to the next. */
const SINCE: Readonly<Record<Kind, string>> = {
  newlyFailing: 'Fails now',
  newlyPassing: 'Passes now',
  otherwise: 'Otherwise different',
  added: 'New',
  gone: 'Gone',
};

/** How one target differs from another of the same run. */
function between(before: string, after: string): Readonly<Record<Kind, string>> {
  return {
    newlyFailing: `Broken in ${after}, not in ${before}`,
    newlyPassing: `Passes in ${after}, not in ${before}`,
    otherwise: 'Otherwise different',
    added: `Only run in ${after}`,
    gone: `Only run in ${before}`,
  };
}

function Differences(props: {
  readonly comparison: Comparison;
  readonly model: Model;
  readonly titles: Readonly<Record<Kind, string>>;
}): VNode {
  const { comparison, model, titles } = props;
  const none = [...KINDS, 'rules' as const].every((kind) => comparison[kind].length === 0);
  return (
    <div class="stack">
      {none ? <p class="empty">No difference.</p> : null}
      {KINDS.map((kind) => (
        <Changes
          key={kind}
          title={titles[kind]}
          changes={comparison[kind]}
          model={model}
          isHeld={titles !== SINCE}
        />
      ))}
      <RuleChanges comparison={comparison} />
    </div>
  );
}

function Chooser(props: {
  readonly model: Model;
  readonly label: string;
  readonly value: string;
  readonly change: (id: string) => void;
}): VNode {
  const { model, label, value, change } = props;
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => change(event.currentTarget.value)}>
        {model.targets.map((view) => (
          <option key={view.target.id} value={view.target.id}>
            {view.long}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What changed since an earlier run, and two targets of this run held against each other. */
export function CompareView(props: {
  readonly model: Model;
  readonly before: string;
  readonly after: string;
}): VNode {
  const { model } = props;
  const find = (id: string, otherwise: number): Model['targets'][number] | undefined =>
    model.targets.find(({ target }) => target.id === id) ?? model.targets[otherwise];
  const [before, after] = [find(props.before, 0), find(props.after, 1)];
  const comparison = useMemo(
    () =>
      before === undefined || after === undefined
        ? undefined
        : compareTargets(model.results, before.target, after.target),
    [model, before, after],
  );
  const earlier = model.payload.comparison;
  return (
    <>
      <h1>Comparison</h1>
      {earlier === undefined ? null : (
        <section aria-labelledby="earlier">
          <h2 id="earlier">Since the run of {momentWords(earlier.before.startedAt)}</h2>
          <p class="quiet">
            {earlier.pairs.map(({ label }) => label).join(', ')}
            {earlier.unmatched.length === 0 ? '' : `; without a partner: ${earlier.unmatched.join(', ')}`}
          </p>
          <Differences comparison={earlier} model={model} titles={SINCE} />
        </section>
      )}
      {before === undefined || after === undefined || comparison === undefined ? null : (
        <section aria-labelledby="held">
          <h2 id="held">Two targets of this run</h2>
          <div class="toolbar">
            <div class="line">
              <Chooser
                model={model}
                label="From"
                value={before.target.id}
                change={(id) => go({ view: 'compare', before: id, after: after.target.id }, true)}
              />
              <Chooser
                model={model}
                label="To"
                value={after.target.id}
                change={(id) => go({ view: 'compare', before: before.target.id, after: id }, true)}
              />
            </div>
          </div>
          <Differences comparison={comparison} model={model} titles={between(before.label, after.label)} />
        </section>
      )}
    </>
  );
}
