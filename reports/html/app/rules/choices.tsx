import type { VNode } from 'preact';
import { toggled } from '../../view/query.ts';

/** A set of boxes to tick; none ticked means all. */
export function Choices<T extends string>(props: {
  readonly title: string;
  readonly of: readonly T[];
  readonly words?: readonly string[];
  readonly chosen: readonly T[];
  readonly change: (chosen: readonly T[]) => void;
}): VNode {
  const { title, of, words, chosen, change } = props;
  return (
    <fieldset>
      <legend>{title}</legend>
      {of.map((value, index) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => change(toggled(chosen, value))}
          />
          {words?.[index] ?? value}
        </label>
      ))}
    </fieldset>
  );
}
