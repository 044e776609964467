import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { VERDICTS } from '../../../../harness/protocol/index.ts';
import { sectionsOf } from '../../../summary.ts';
import type { Model } from '../../view/model.ts';
import {
  emptyQuery,
  isNarrowed,
  LEVELS,
  SORTS,
  STANDINGS,
  toggled,
  type RulesQuery,
} from '../../view/query.ts';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../view/words.ts';
import { VerdictMark } from '../parts/verdict.tsx';
import { Choices } from './choices.tsx';
import { plural } from '../../../plural.ts';

const SORT_WORDS = {
  spec: 'as in the specification',
  name: 'by name',
  failures: 'most failures first',
} as const;

/** Waits for a pause in typing, so that a keystroke never waits for the matrix. */
function Search({ text, change }: { readonly text: string; readonly change: (text: string) => void }): VNode {
  const [typed, setTyped] = useState(text);
  const timer = useRef(0);
  const sent = useRef(text);
  useEffect(() => {
    // What comes back of one's own typing is older than what is typed meanwhile.
    if (text === sent.current) return;
    sent.current = text;
    clearTimeout(timer.current);
    setTyped(text);
  }, [text]);
  return (
    <label class="search">
      <span class="sr">Search rules, cases and messages</span>
      <input
        type="search"
        placeholder="Search rules, cases, messages"
        value={typed}
        onInput={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            sent.current = value;
            change(value);
          }, 120);
        }}
      />
    </label>
  );
}

function whereOptions(model: Model): readonly { readonly value: string; readonly label: string }[] {
  const expectations = model.results.targets.some(({ cases }) =>
    cases.some(({ expected }) => expected !== undefined),
  )
    ? [
        { value: 'unexpected', label: 'what was not expected' },
        { value: 'expected', label: 'what is known not to pass' },
      ]
    : [];
  if (model.engines.length < 2) return expectations;
  return [
    ...expectations,
    { value: 'disagree', label: 'where engines disagree' },
    { value: 'fails-everywhere', label: 'broken in every engine' },
    ...model.engines.map(({ id, label }) => ({
      value: `fails-only-${id}`,
      label: `broken only in ${label}`,
    })),
    ...Array.from({ length: model.engines.length + 1 }, (_, count) => ({
      value: `passes-${count}`,
      label: `kept in exactly ${count} of ${model.engines.length} engines`,
    })),
  ];
}

/** Everything that narrows the matrix down or orders it. */
export function Toolbar(props: {
  readonly model: Model;
  readonly query: RulesQuery;
  readonly found: number;
  readonly change: (refined: Partial<RulesQuery>) => void;
}): VNode {
  const { model, query, found, change } = props;
  const sections = sectionsOf(model.rows.map(({ rule }) => rule));
  const where = whereOptions(model);
  const present = VERDICTS.filter((verdict) => model.summary.targets.some(({ tally }) => tally[verdict] > 0));
  const inMore = [query.levels, query.standings, query.sections, query.engines].flat().length;
  const [few] = useState(inMore > 0);
  const allFolded = query.folded.length >= sections.length;
  return (
    <div class="toolbar">
      <div class="line">
        <Search text={query.text} change={(text) => change({ text })} />
        {where.length === 0 ? null : (
          <label class="choice">
            <span>Show</span>
            <select value={query.where} onChange={(event) => change({ where: event.currentTarget.value })}>
              <option value="">every rule</option>
              {where.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="choice">
          <span>Order</span>
          <select
            value={query.sort}
            onChange={(event) =>
              change({ sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? 'spec' })
            }
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {SORT_WORDS[sort]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="line chips" role="group" aria-label="Verdicts">
        {present.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class="chip"
            aria-pressed={query.verdicts.includes(verdict)}
            title={VERDICT_MEANINGS[verdict]}
            onClick={() => change({ verdicts: toggled(query.verdicts, verdict) })}
          >
            <VerdictMark verdict={verdict} />
            {VERDICT_WORDS[verdict]}
          </button>
        ))}
      </div>
      <details class="filters" open={few}>
        <summary>Level, standing, section, engine{inMore > 0 ? <b> {inMore} chosen</b> : null}</summary>
        <div class="fields">
          <Choices title="Level" of={LEVELS} chosen={query.levels} change={(levels) => change({ levels })} />
          <Choices
            title="Standing"
            of={STANDINGS}
            chosen={query.standings}
            change={(standings) => change({ standings })}
          />
          <Choices
            title="Engine"
            of={model.engines.map(({ id }) => id)}
            words={model.engines.map(({ label }) => label)}
            chosen={query.engines}
            change={(engines) => change({ engines })}
          />
          <Choices
            title="Section"
            of={sections.map(({ id }) => id)}
            words={sections.map(({ title }) => title)}
            chosen={query.sections}
            change={(chosen) => change({ sections: chosen })}
          />
        </div>
      </details>
      <div class="line found">
        <p role="status">
          <b>{found.toLocaleString('en')}</b> of {plural(model.rows.length, 'rule')}
        </p>
        {isNarrowed(query) ? (
          <button
            type="button"
            class="button small"
            onClick={() =>
              change({ ...emptyQuery, sort: query.sort, folded: query.folded, open: query.open })
            }
          >
            Clear filters
          </button>
        ) : null}
        {query.sort === 'spec' ? (
          <button
            type="button"
            class="button small"
            onClick={() => change({ folded: allFolded ? [] : sections.map(({ id }) => id) })}
          >
            {allFolded ? 'Unfold all' : 'Fold all'}
          </button>
        ) : null}
      </div>
    </div>
  );
}
