import type { VNode } from 'preact';
import type { Model, TargetView } from '../../view/model.ts';
import type { Route } from '../../view/route.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { go } from '../navigation.ts';
import { TimelineFigure } from './timeline.tsx';

/** The same case in another target, by default one that passes: the order that was expected, as it really came. */
export function Beside(props: {
  readonly model: Model;
  readonly view: TargetView;
  readonly route: Extract<Route, { view: 'case' }>;
}): VNode | null {
  const { model, view, route } = props;
  const traced = model.targets.filter(
    (other) =>
      other !== view && other.cases.get(route.id)?.attempts.some(({ trace }) => (trace?.length ?? 0) > 0),
  );
  if (traced.length === 0) return null;
  const passes = traced.find((other) => other.cases.get(route.id)?.verdict === 'pass');
  const broken = view.cases.get(route.id)?.verdict !== 'pass';
  const chosen =
    traced.find(({ target }) => target.id === route.beside) ??
    (route.beside === '' && broken ? passes : undefined);
  const result = chosen?.cases.get(route.id);
  const trace = result?.attempts.findLast((attempt) => (attempt.trace?.length ?? 0) > 0)?.trace;
  return (
    <div class="beside-trace">
      <label class="choice">
        <span>Beside it</span>
        <select
          value={chosen?.target.id ?? 'none'}
          onChange={(event) => go({ ...route, beside: event.currentTarget.value }, true)}
        >
          <option value="none">nothing</option>
          {traced.map((other) => {
            const verdict = other.cases.get(route.id)?.verdict;
            return (
              <option key={other.target.id} value={other.target.id}>
                {other.label}
                {verdict === undefined ? '' : ` (${VERDICT_WORDS[verdict].toLowerCase()})`}
              </option>
            );
          })}
        </select>
      </label>
      {chosen === undefined || trace === undefined ? null : (
        <TimelineFigure
          trace={trace}
          title={result?.verdict === 'pass' ? `${chosen.long}, where the rule holds` : chosen.long}
        />
      )}
    </div>
  );
}
