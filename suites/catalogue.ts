import { attributes } from './attributes/rules.ts';
import { blobEvent } from './blob-event/rules.ts';
import { construction } from './constructor/rules.ts';
import { errors } from './errors/rules.ts';
import { documentation } from './documentation/rules.ts';
import { idl } from './idl/rules.ts';
import { isTypeSupported } from './is-type-supported/rules.ts';
import { lifetime } from './lifetime/rules.ts';
import { media } from './media/rules/index.ts';
import { metrics } from './metrics/rules.ts';
import { pause } from './pause/rules.ts';
import { requestData } from './request-data/rules.ts';
import { resume } from './resume/rules.ts';
import type { Rule } from './rule.ts';
import { sources } from './sources/rules.ts';
import { start } from './start/rules.ts';
import { state } from './state/rules.ts';
import { stop } from './stop/rules.ts';
import { timeslice } from './timeslice/rules.ts';
import { tracks } from './tracks/rules.ts';

/** The catalogue, in the order in which reports show it. */
const SECTIONS = [
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

/** Every rule with its id and its section. */
export function allRules(): readonly { id: string; section: { id: string; title: string }; rule: Rule }[] {
  return SECTIONS.flatMap(({ id, title, rules }) =>
    Object.entries(rules).map(([name, rule]) => ({ id: name, section: { id, title }, rule })),
  );
}
