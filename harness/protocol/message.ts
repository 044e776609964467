import * as v from 'valibot';
import { Environment, Need } from './environment.ts';
import { CaseId } from './ids.ts';
import { Attempt } from './outcome.ts';

/** Messages of one sender count up from 0. */
const numbered = { sequence: v.pipe(v.number(), v.integer(), v.minValue(0)) };

/** A sign of life may be told out of turn, uncounted. */
export const OUT_OF_TURN = -1;

/** A lane's place: its name and the page that fills it. */
const Seat = v.object({ name: v.string(), url: v.string() });

/** The page has probed its browser and is about to open its lanes. */
const Probed = v.object({ kind: v.literal('probed'), ...numbered, environment: Environment });

/** A lane is empty and asks for its first case. */
const Ready = v.object({ kind: v.literal('ready'), ...numbered });

/** A lane's realm has been fitted with the subject, and has made sure of it. */
const Fitted = v.object({
  kind: v.literal('fitted'),
  ...numbered,
  /** What the recorder under test is called in this realm. */
  recorder: v.string(),
  /** What went wrong on the way without keeping it from being installed. */
  troubles: v.array(v.string()),
  /** What the subject's module says of itself, as it says it. */
  declaration: v.exactOptional(v.unknown()),
});

/** A lane's realm could not be fitted with the subject, so that nothing can be tested in it. */
const Unfit = v.object({ kind: v.literal('unfit'), ...numbered, message: v.string() });

/** A lane answers for its case and asks for the next one, unless it is about to renew itself. */
const Finished = v.object({
  kind: v.literal('finished'),
  ...numbered,
  case: CaseId,
  attempt: Attempt,
  renewing: v.boolean(),
});

/**
 * While a case ran, an error came out of nowhere that may belong to a case that was in the page before it.
 * The case is to be run again in a page of its own; the lane is about to renew itself.
 */
const Spoiled = v.object({
  kind: v.literal('spoiled'),
  ...numbered,
  case: CaseId,
  message: v.string(),
  earlier: v.array(CaseId),
});

/** A lane or the page cannot go on, for a reason that is not a case's. */
const Broken = v.object({ kind: v.literal('broken'), ...numbered, message: v.string() });

/** A sign of life, with the step that the case in the lane has reached. */
const Beat = v.object({
  kind: v.literal('beat'),
  sequence: v.pipe(v.number(), v.integer(), v.minValue(OUT_OF_TURN)),
  case: v.nullable(CaseId),
  step: v.nullable(v.string()),
});

/** What a page may say. A message is counted once, by its sender and sequence number. */
export const PageMessage = v.variant('kind', [Probed, Fitted, Unfit, Ready, Finished, Spoiled, Broken, Beat]);
export type PageMessage = v.InferOutput<typeof PageMessage>;

/** What the server answers. */
export const ServerReply = v.variant('kind', [
  v.object({ kind: v.literal('run'), case: CaseId, careful: v.boolean() }),
  v.object({ kind: v.literal('wait'), ms: v.number() }),
  v.object({ kind: v.literal('reload') }),
  /** Another mutant takes the place of the one that is in the lane's document. */
  v.object({ kind: v.literal('refit'), mutant: v.string() }),
  v.object({ kind: v.literal('renew'), lanes: v.array(Seat) }),
  v.object({ kind: v.literal('noted') }),
  v.object({ kind: v.literal('done') }),
]);
export type ServerReply = v.InferOutput<typeof ServerReply>;

/** What a page is told when it opens: who it is and where it reports. */
export const PageSetup = v.object({
  channel: v.string(),
  sender: v.string(),
  beatMs: v.number(),
  /** How long the subject may take to install itself. */
  installMs: v.number(),
  caseLimitMs: v.nullable(v.number()),
  /** What the cases to be run need, to be probed beforehand. */
  needs: v.array(Need),
  lanes: v.array(Seat),
  /** Somebody looks on with developer tools. */
  debug: v.exactOptional(v.boolean()),
  /** Where a lane leaves what a case recorded that did not pass, and how much of it; absent when nothing is kept. */
  recordings: v.exactOptional(v.object({ url: v.string(), mostBytes: v.number() })),
});
export type PageSetup = v.InferOutput<typeof PageSetup>;
