import * as v from 'valibot';

/**
 * What a case may need from the machine and the browser beside MediaRecorder itself.
 * `blocked`: this machine lacks it. `unsupported`: this browser does not have the API at all.
 */
const NEEDS = [
  'canvas-capture',
  'audio-clock',
  'steady-audio-clock',
  'fake-camera',
  'fake-microphone',
  'web-codecs',
  'element-capture',
  'peer-connection',
  'isolated-streams',
  'track-generator',
] as const;
export const Need = v.picklist(NEEDS);
export type Need = v.InferOutput<typeof Need>;

/** What the probe found out about one need, always with its evidence. */
export const Finding = v.object({
  status: v.picklist(['available', 'blocked', 'unsupported']),
  evidence: v.string(),
});
export type Finding = v.InferOutput<typeof Finding>;

/** Something worth knowing that decides nothing. */
export const Fact = v.object({ name: v.string(), value: v.string() });
export type Fact = v.InferOutput<typeof Fact>;

/** Everything the probe measured in one browser, without touching MediaRecorder. */
export const Environment = v.object({
  userAgent: v.string(),
  secureContext: v.boolean(),
  audioClockRate: v.nullable(v.number()),
  canvasFrameRate: v.nullable(v.number()),
  findings: v.record(Need, Finding),
  facts: v.array(Fact),
});
export type Environment = v.InferOutput<typeof Environment>;
