import './recorder-additions.ts';

export { assertionsReached, AssertionError, kindOf, show, thrownBy } from './assertions.ts';
export { EVERY_KIND, type Case } from './case.ts';
export { Context } from './context.ts';
export type { Frame } from './frame.ts';
export { drawnByHand } from './flow.ts';
export { LIMITS } from './limits.ts';
export { CONTAINERS, parseMimeType, someContainer } from './mime-type.ts';
export { NotOffered } from './not-offered.ts';
export {
  ANY_KIND,
  conformance,
  measurement,
  EVERY_KIND_IN_EACH_STATE,
  registeredCases,
  soundForForeign,
} from './registry.ts';
export { joined, type EventName, type SeenEvent, type TracedRecorder } from './traced-recorder.ts';
export { microtasks, nextMessageTask, taskTurn } from './turns.ts';
