/** What suites of others are written with: the package exports it as `mediarecorder-conformance/kit`. */
import './recorder-additions.ts';

export { kindOf, show, thrownBy } from './assertions.ts';
export { EVERY_KIND, type CaseOptions } from './case.ts';
export { garbageCollected } from './collection.ts';
export type { Context } from './context.ts';
export type { Frame } from './frame.ts';
export { drawnByHand } from './flow.ts';
export { CONTAINERS, parseMimeType, someContainer, type MimeType } from './mime-type.ts';
export { NotOffered } from './not-offered.ts';
export { declaredBy, defineSuite, type Suite } from './suite.ts';
export { joined, type EventName, type SeenEvent, type TracedRecorder } from './traced-recorder.ts';
export { microtasks, nextMessageTask, taskTurn } from './turns.ts';
export type { Level, Rule, RuleSource, Standing } from '../rule.ts';
