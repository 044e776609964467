import type { Machine, Results, Shard, Target } from '../../protocol/index.ts';

/** Results that are to be merged, with the name that faults are told by. */
export interface Part {
  readonly name: string;
  readonly results: Results;
}

/** Parts do not belong together; the message names them and says why. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

/** A target of a part, with what the part knows of it. */
export interface Piece {
  readonly part: string;
  readonly target: Target;
  readonly machine: Machine;
  /** Of which shards it holds the cases; none where it was not divided. */
  readonly shards: readonly Shard[];
}

/** The targets of a part. */
export function piecesOf({ name, results }: Part): readonly Piece[] {
  return results.targets.map((target) => ({
    part: name,
    target,
    machine: target.machine ?? results.machine,
    shards: target.shards ?? (results.shard === undefined ? [] : [results.shard]),
  }));
}

/** What makes two pieces parts of one target: the same build of a browser, subject and kind of machine. */
export function identityOf({ target, machine }: Piece): string {
  const { engine, browser, subject } = target;
  const words = [engine, browser.name, browser.version, browser.driver, subject.kind, subject.name];
  return JSON.stringify([...words, subject.version ?? '', machine.platform, machine.arch]);
}

/** How a piece's target is told to people. */
export function labelOf({ target: { browser, subject }, machine }: Piece): string {
  const tested = subject.kind === 'native' ? '' : ` with ${subject.kind} ${subject.name}`;
  return `${browser.name} ${browser.version}${tested} on ${machine.platform} ${machine.arch}`;
}
