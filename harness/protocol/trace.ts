import * as v from 'valibot';

/** A call of one of the recorder's methods, and how it came back. */
const Call = v.object({
  kind: v.literal('call'),
  at: v.number(),
  recorder: v.number(),
  method: v.string(),
  args: v.array(v.string()),
  threw: v.exactOptional(v.string()),
  state: v.string(),
});

/** An event as it reached the first listener, with the state the recorder had in it. */
const Event = v.object({
  kind: v.literal('event'),
  at: v.number(),
  recorder: v.number(),
  name: v.string(),
  state: v.string(),
  mimeType: v.string(),
  bytes: v.exactOptional(v.number()),
  error: v.exactOptional(v.string()),
});

/** What the case did to the stream, or waited for. */
const Note = v.object({ kind: v.literal('note'), at: v.number(), text: v.string() });

/** One line of the ordered log of what a recorder did; `at` counts milliseconds since the case began. */
export const TraceEntry = v.variant('kind', [Call, Event, Note]);
export type TraceEntry = v.InferOutput<typeof TraceEntry>;

export const Trace = v.array(TraceEntry);
export type Trace = readonly TraceEntry[];
