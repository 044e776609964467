import type { CaseEntry } from '../protocol/index.ts';

/** A case on its way to a lane. */
export interface Job {
  readonly entry: CaseEntry;
  /** Nothing else may run beside it: it measures, or it is suspected of having brought a page down. */
  readonly alone: boolean;
  /** It was in flight when a page was lost, so it is watched step by step. */
  readonly suspect: boolean;
}

/** What waits and who holds what; every transition returns a new one. */
export interface Schedule {
  readonly shared: readonly Job[];
  readonly alone: readonly Job[];
  readonly inFlight: ReadonlyMap<string, Job>;
}

/** What a lane that asks for work is told. */
export type Assignment =
  { readonly kind: 'run'; readonly job: Job } | { readonly kind: 'wait' } | { readonly kind: 'done' };

/** The schedule of a target in which nothing has run yet. */
export function scheduleOf(cases: readonly CaseEntry[]): Schedule {
  const jobs = cases.map((entry): Job => ({ entry, alone: entry.weight === 'alone', suspect: false }));
  return {
    shared: jobs.filter(({ alone }) => !alone),
    alone: jobs.filter(({ alone }) => alone),
    inFlight: new Map(),
  };
}

/**
 * Gives a lane its next job: shared ones first, then those that must be alone, one by one.
 * A lane that has not answered for its job yet is given the same one again, or the job would be lost.
 */
export function assign(schedule: Schedule, lane: string): [Schedule, Assignment] {
  const held = schedule.inFlight.get(lane);
  if (held !== undefined) return [schedule, { kind: 'run', job: held }];
  const [next, ...shared] = schedule.shared;
  if (next !== undefined)
    return [
      { ...schedule, shared, inFlight: holding(schedule, lane, next) },
      { kind: 'run', job: next },
    ];
  if (schedule.inFlight.size > 0) return [schedule, { kind: 'wait' }];
  const [single, ...alone] = schedule.alone;
  if (single === undefined) return [schedule, { kind: 'done' }];
  return [
    { ...schedule, alone, inFlight: holding(schedule, lane, single) },
    { kind: 'run', job: single },
  ];
}

/** Takes jobs that wait out of the schedule. */
export function withdraw(schedule: Schedule, isMeant: (job: Job) => boolean): [Schedule, readonly Job[]] {
  const keep = (job: Job): boolean => !isMeant(job);
  return [
    { ...schedule, shared: schedule.shared.filter(keep), alone: schedule.alone.filter(keep) },
    [...schedule.shared, ...schedule.alone].filter(isMeant),
  ];
}

/** Takes a lane's job from it because it has been answered. */
export function settle(schedule: Schedule, lane: string): [Schedule, Job | undefined] {
  const inFlight = new Map(schedule.inFlight);
  inFlight.delete(lane);
  return [{ ...schedule, inFlight }, schedule.inFlight.get(lane)];
}

/** Puts a job that was settled or lost back, to be run again after all others, alone if it must be. */
export function repeat(schedule: Schedule, job: Job): Schedule {
  return job.alone
    ? { ...schedule, alone: [...schedule.alone, job] }
    : { ...schedule, shared: [...schedule.shared, job] };
}

/** Whether the next job is a suspect, which is owed a page that no other case has been in. */
export function suspectIsNext({ shared, alone, inFlight }: Schedule): boolean {
  return shared.length === 0 && inFlight.size === 0 && alone[0]?.suspect === true;
}

/** Takes a lane's job from it because a neighbour spoiled it; it is run again alone, and nobody is blamed. */
export function spoil(schedule: Schedule, lane: string): [Schedule, Job | undefined] {
  const [settled, job] = settle(schedule, lane);
  if (job === undefined) return [settled, undefined];
  const again: Job = { ...job, alone: true, suspect: true };
  return [{ ...settled, alone: [...settled.alone, again] }, job];
}

/** What the loss of lanes means for the jobs that were in them. */
export interface Loss {
  /** It was lost a second time, and alone: it is to blame. */
  readonly blamed: readonly Job[];
  /** They were lost for the first time, so each is run again alone before anyone is blamed. */
  readonly again: readonly Job[];
}

/**
 * Takes the jobs of lost lanes from them. Each gets a second chance, alone and watched: even one that ran alone
 * may have been lost because somebody ended the browser.
 */
export function lose(schedule: Schedule, lanes: readonly string[]): [Schedule, Loss] {
  const inFlight = new Map(schedule.inFlight);
  const lost = lanes.flatMap((lane) => {
    const job = inFlight.get(lane);
    inFlight.delete(lane);
    return job === undefined ? [] : [job];
  });
  const blamed = lost.filter(({ suspect }) => suspect);
  const again = lost.filter(({ suspect }) => !suspect);
  const suspects = again.map((job): Job => ({ ...job, alone: true, suspect: true }));
  return [
    { ...schedule, alone: [...schedule.alone, ...suspects], inFlight },
    { blamed, again },
  ];
}

/** The jobs that have not been answered. */
export function remaining({ shared, alone, inFlight }: Schedule): readonly Job[] {
  return [...inFlight.values(), ...shared, ...alone];
}

function holding({ inFlight }: Schedule, lane: string, job: Job): ReadonlyMap<string, Job> {
  return new Map([...inFlight, [lane, job]]);
}
