import type { Environment, Incident, Metric, Shard, Target } from '../../protocol/index.ts';
import { heldAgainst, roundsOf } from './kept.ts';
import { labelOf, MergeError, type Piece } from './part.ts';

/** Refuses pieces of one target that hold the same case. */
function mustNotOverlap(pieces: readonly Piece[]): void {
  const seen = new Map<string, string>();
  for (const piece of pieces) {
    const twice = piece.target.cases.filter(({ id }) => seen.has(id));
    const [first] = twice;
    if (first !== undefined) {
      const more = twice.length === 1 ? '' : ` (and ${twice.length - 1} more)`;
      throw new MergeError(
        `${seen.get(first.id) ?? ''} and ${piece.part} both have ${first.id}${more} of ${labelOf(piece)}; leave one of them out`,
      );
    }
    for (const { id } of piece.target.cases) seen.set(id, piece.part);
  }
}

/** Whether pieces of one target hold a case in common. */
export function overlap(a: Piece, b: Piece): boolean {
  const ids = new Set<string>(a.target.cases.map(({ id }) => id));
  return b.target.cases.some(({ id }) => ids.has(id));
}

/** The shards of pieces, which must be of one division. */
function shardsOf(pieces: readonly Piece[]): readonly Shard[] {
  const all = pieces.flatMap(({ part, shards }) => shards.map((shard) => ({ part, shard })));
  const [first] = all;
  const other = all.find(({ shard }) => shard.count !== first?.shard.count);
  if (first !== undefined && other !== undefined)
    throw new MergeError(
      `${first.part} is shard ${first.shard.index}/${first.shard.count} and ${other.part} is shard ` +
        `${other.shard.index}/${other.shard.count}: they do not belong to one division`,
    );
  return all.map(({ shard }) => shard).toSorted((a, b) => a.index - b.index);
}

/** The shards that nobody brought. */
export function missingShards(shards: readonly Shard[]): readonly number[] {
  const there = new Set(shards.map(({ index }) => index));
  const count = shards[0]?.count ?? 0;
  return Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
}

/** What the probes of all pieces found; where they differ, an incident says so. */
function environments(pieces: readonly Piece[]): readonly [Environment | null, readonly Incident[]] {
  const [first, ...others] = pieces.flatMap(({ part, target: { environment, startedAt } }) =>
    environment === null ? [] : [{ part, environment, at: startedAt }],
  );
  if (first === undefined) return [null, []];
  const incidents: Incident[] = [];
  let { findings, facts } = first.environment;
  for (const { part, environment, at } of others) {
    for (const [need, finding] of Object.entries(environment.findings)) {
      const before = Object.entries(findings).find(([name]) => name === need)?.[1];
      if (before !== undefined && before.status !== finding.status)
        incidents.push({
          at,
          message: `${need} is ${before.status} in ${first.part} and ${finding.status} in ${part}`,
        });
    }
    findings = { ...environment.findings, ...findings };
    facts = [...facts, ...environment.facts.filter(({ name }) => !facts.some((fact) => fact.name === name))];
  }
  const rate = (name: 'audioClockRate' | 'canvasFrameRate'): number | null =>
    [first, ...others].map(({ environment }) => environment[name]).find((value) => value !== null) ?? null;
  const rates = { audioClockRate: rate('audioClockRate'), canvasFrameRate: rate('canvasFrameRate') };
  return [{ ...first.environment, ...rates, findings, facts }, incidents];
}

/** The samples of each metric, of all pieces together. */
function metricsOf(targets: readonly Target[]): readonly Metric[] {
  const byName = new Map<string, Metric>();
  for (const metric of targets.flatMap(({ metrics }) => metrics)) {
    const before = byName.get(metric.name);
    const samples = [...(before?.samples ?? []), ...metric.samples];
    byName.set(metric.name, { ...metric, samples });
  }
  return [...byName.values()];
}

/** Makes one target of the pieces of one. */
export function join(pieces: readonly [Piece, ...Piece[]]): Target {
  mustNotOverlap(pieces);
  const targets = pieces.map(({ target }) => target);
  const shards = shardsOf(pieces);
  const [environment, differences] = environments(pieces);
  const [{ target: first, machine }] = pieces;
  const rounds = roundsOf(targets);
  const expectations = heldAgainst(targets);
  return {
    ...first,
    ...(rounds.length === 0 ? {} : { rounds: [...rounds] }),
    ...(expectations === undefined ? {} : { expectations }),
    environment,
    machine,
    ...(shards.length === 0 ? {} : { shards: [...shards] }),
    startedAt: targets.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
    durationMs: targets.reduce((sum, { durationMs }) => sum + durationMs, 0),
    complete: targets.every(({ complete }) => complete) && missingShards(shards).length === 0,
    incidents: [...targets.flatMap(({ incidents }) => incidents), ...differences].toSorted((a, b) =>
      a.at < b.at ? -1 : 1,
    ),
    cases: targets.flatMap(({ cases }) => cases),
    metrics: [...metricsOf(targets)],
  };
}
