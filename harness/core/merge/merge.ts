import type { Results, RuleSnapshot, Target } from '../../protocol/index.ts';
import { join, missingShards, overlap } from './join.ts';
import { identityOf, labelOf, type Part, type Piece, piecesOf } from './part.ts';
import { mergeRules, mustAgree } from './rules.ts';

/** What is done with two runs of the same cases in the same browser. */
export type Duplicates = 'refuse' | 'side by side';

/** Several runs in one, and what they lack. */
export interface Merged {
  readonly results: Results;
  readonly missing: readonly string[];
}

type Group = readonly [Piece, ...Piece[]];

/** Pieces that make one target; where duplicates may stand side by side, overlapping ones make two. */
function grouped(pieces: readonly Piece[], duplicates: Duplicates): readonly Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const at = groups.findIndex(
      ([first, ...others]) =>
        identityOf(first) === identityOf(piece) &&
        (duplicates === 'refuse' || ![first, ...others].some((other) => overlap(other, piece))),
    );
    const group = groups[at];
    if (group === undefined) groups.push([piece]);
    else groups[at] = [...group, piece];
  }
  return groups;
}

/** Ids that tell targets apart: by their machine if that helps, else by a number. */
function withUniqueIds(targets: readonly Target[]): readonly Target[] {
  const taken = new Set<string>();
  return targets.map((target) => {
    const { platform, arch } = target.machine ?? { platform: '', arch: '' };
    const numbered = targets.map((_, nth) => `${target.id}-${nth + 2}`);
    const id = [target.id, `${target.id}-${platform}-${arch}`, ...numbered].find((name) => !taken.has(name));
    taken.add(id ?? target.id);
    return { ...target, id: id ?? target.id };
  });
}

function inOrder(target: Target, rules: readonly RuleSnapshot[]): Target {
  const place = new Map<string, number>(rules.map(({ id }, index) => [id, index]));
  const placeOf = (rule: string): number => place.get(rule) ?? place.size;
  return { ...target, cases: target.cases.toSorted((a, b) => placeOf(a.rule) - placeOf(b.rule)) };
}

/** The options that all parts agree on. */
function commonOptions(parts: readonly Part[]): Results['options'] {
  const [first, ...others] = parts.map(({ results }) => results.options);
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every((options) => JSON.stringify(options[name]) === JSON.stringify(value)),
    ),
  );
}

/** What targets lack: shards that nobody brought, and cases that others have. */
function gaps(groups: readonly Group[], targets: readonly Target[]): readonly string[] {
  const all = new Set<string>(targets.flatMap(({ cases }) => cases.map(({ id }) => id)));
  return groups.flatMap((group, index) => {
    const target = targets[index];
    if (target === undefined) return [];
    const label = labelOf(group[0]);
    const count = target.shards?.[0]?.count ?? 0;
    const shards = missingShards(target.shards ?? []).map(
      (shard) => `${label}: shard ${shard}/${count} is missing`,
    );
    const lacking = all.size - target.cases.length;
    const cases =
      lacking === 0
        ? []
        : [
            `${label}: ${lacking} of ${all.size} ${all.size === 1 ? 'case' : 'cases'} ${lacking === 1 ? 'is' : 'are'} missing`,
          ];
    return [...shards, ...cases];
  });
}

/** Joins the shards, browsers and machines of several runs into one; refuses what does not belong together. */
export function merge(parts: readonly Part[], duplicates: Duplicates = 'refuse'): Merged {
  const first = mustAgree(parts);
  const runs = parts.map(({ results }) => results);
  const rules = mergeRules(parts);
  const groups = grouped(parts.flatMap(piecesOf), duplicates);
  const targets = withUniqueIds(groups.map((group) => inOrder(join(group), rules)));
  const has = targets.map(({ cases }) => new Set<string>(cases.map(({ id }) => id)));
  const notRun = [...new Set(runs.flatMap((run) => run.notRun))].filter((id) =>
    has.some((ids) => !ids.has(id)),
  );
  const { shard: _shard, ...rest } = first;
  return {
    results: {
      ...rest,
      rules: [...rules],
      options: { ...commonOptions(parts), merged: parts.map(({ name }) => name) },
      startedAt: runs.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
      durationMs: runs.reduce((sum, { durationMs }) => sum + durationMs, 0),
      notRun,
      targets: [...targets],
    },
    missing: gaps(groups, targets),
  };
}
