import * as v from 'valibot';
import { Declaration } from './declaration.ts';

/** Where the MediaRecorder under test comes from. */
const SubjectKind = v.picklist(['native', 'polyfill', 'reference', 'mutant']);

/** The MediaRecorder under test. */
export const Subject = v.object({
  kind: SubjectKind,
  name: v.string(),
  version: v.exactOptional(v.string()),
  /** The first part of the SHA-256 of what was served, so that two runs can be told apart. */
  hash: v.exactOptional(v.string()),
  declaration: v.exactOptional(Declaration),
});
export type Subject = v.InferOutput<typeof Subject>;

/** What a realm is told of the subject that it is to be fitted with. */
export const SubjectSetup = v.object({
  kind: SubjectKind,
  name: v.string(),
  /** Whether its script hands over a module; one that does not replaces window.MediaRecorder by itself. */
  handsOver: v.boolean(),
});
export type SubjectSetup = v.InferOutput<typeof SubjectSetup>;
