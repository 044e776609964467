import { attributes } from './attributes.ts';
import { blobEvent } from './blob-event.ts';
import { construction } from './constructor.ts';
import { errors } from './errors.ts';
import { documentation } from './documentation.ts';
import { idl } from './idl.ts';
import { isTypeSupported } from './is-type-supported.ts';
import { lifetime } from './lifetime.ts';
import { media } from './media.ts';
import { metrics } from './metrics.ts';
import { pause } from './pause.ts';
import { requestData } from './request-data.ts';
import { resume } from './resume.ts';
import type { Rule } from './rule.ts';
import { sources } from './sources.ts';
import { start } from './start.ts';
import { state } from './state.ts';
import { stop } from './stop.ts';
import { timeslice } from './timeslice.ts';
import { tracks } from './tracks.ts';

/** The catalogue, in the order in which reports show it. */
export const SECTIONS = [
  idl,
  construction,
  attributes,
  state,
  start,
  timeslice,
  stop,
  pause,
  resume,
  requestData,
  isTypeSupported,
  blobEvent,
  tracks,
  errors,
  media,
  lifetime,
  sources,
  documentation,
  metrics,
] as const;

type KeysOf<S> = S extends { readonly rules: infer R } ? keyof R & string : never;

/** The id of a rule of the catalogue; anything else does not compile. */
export type RuleName = KeysOf<(typeof SECTIONS)[number]>;

/** The id of a quality that is measured. */
export type MeasuredName = KeysOf<typeof metrics>;

/** The id of a rule that a recorder can keep or break. */
export type JudgedName = Exclude<RuleName, MeasuredName>;

/** The revision of the spec that the catalogue was read from, by the SHA-256 of its source, MediaRecorder.bs. */
export const SPEC_REVISION = "Editor's Draft, b6b8ad4f2cd4";

export type { Level, Rule, RuleSource, Section, Standing } from './rule.ts';

/** Every rule with its id and its section. */
export function allRules(): readonly { id: string; section: { id: string; title: string }; rule: Rule }[] {
  return SECTIONS.flatMap(({ id, title, rules }) =>
    Object.entries(rules).map(([name, rule]) => ({ id: name, section: { id, title }, rule })),
  );
}
