import type { Mutants } from '../fixtures/recorders/install.ts';
import { attributeHandlerMutants } from './attributes/handlers.mutants.ts';
import { attributeValueMutants } from './attributes/values.mutants.ts';
import { recordedEventMutants } from './blob-event/recorded.mutants.ts';
import { callMutants } from './across/calls.mutants.ts';
import { combinationMutants } from './across/combinations.mutants.ts';
import { constructedBlobEventMutants } from './blob-event/constructed.mutants.ts';
import { constructorOptionMutants } from './constructor/options.mutants.ts';
import { constructorStreamMutants } from './constructor/streams.mutants.ts';
import { constructorTypeMutants } from './constructor/types.mutants.ts';
import { documentationMutants } from './documentation/documentation.mutants.ts';
import { errorMutants } from './errors/errors.mutants.ts';
import { exceptionMutants } from './across/exceptions.mutants.ts';
import { idlConversionMutants } from './idl/conversions.mutants.ts';
import { idlDictionaryMutants, idlRequiredMutants } from './idl/dictionaries.mutants.ts';
import { idlMemberMutants } from './idl/members.mutants.ts';
import { idlObjectMutants } from './idl/objects.mutants.ts';
import { idlOperationMutants } from './idl/operations.mutants.ts';
import { typeCodecMutants } from './is-type-supported/codecs.mutants.ts';
import { typeStringMutants } from './is-type-supported/strings.mutants.ts';
import { frameMutants } from './lifetime/frames.mutants.ts';
import { withinMutants } from './lifetime/within.mutants.ts';
import { lifetimeMutants } from './lifetime/lifetime.mutants.ts';
import { claimMutants } from './media/claims.mutants.ts';
import { darkMutants } from './media/dark.mutants.ts';
import { edgeMutants } from './media/edges.mutants.ts';
import { optionMutants } from './media/options.mutants.ts';
import { orderMutants } from './media/order.mutants.ts';
import { pausedMediaMutants } from './media/pause.mutants.ts';
import { wholeMutants } from './media/whole.mutants.ts';
import { nativeMutants } from './across/native.mutants.ts';
import { pauseMutants } from './pause/pause.mutants.ts';
import { raceMutants } from './across/races.mutants.ts';
import { recorderMutants } from './state/recorders.mutants.ts';
import { requestMutants } from './request-data/request-data.mutants.ts';
import { sourceMutants } from './sources/sources.mutants.ts';
import { startMutants } from './start/start.mutants.ts';
import { stateMutants } from './state/states.mutants.ts';
import { stopMutants } from './stop/stop.mutants.ts';
import { taskMutants } from './across/tasks.mutants.ts';
import { conversionMutants } from './timeslice/conversions.mutants.ts';
import { cutMutants } from './timeslice/cuts.mutants.ts';
import { timesliceMutants } from './timeslice/timeslice.mutants.ts';
import { changeMutants } from './tracks/changes.mutants.ts';
import { endMutants } from './tracks/ends.mutants.ts';
import { trackMutants } from './tracks/tracks.mutants.ts';

const FAMILIES: readonly Mutants[] = [
  attributeHandlerMutants,
  attributeValueMutants,
  recordedEventMutants,
  callMutants,
  combinationMutants,
  constructedBlobEventMutants,
  constructorOptionMutants,
  constructorStreamMutants,
  constructorTypeMutants,
  documentationMutants,
  errorMutants,
  exceptionMutants,
  idlConversionMutants,
  idlDictionaryMutants,
  idlRequiredMutants,
  idlMemberMutants,
  idlObjectMutants,
  idlOperationMutants,
  typeCodecMutants,
  typeStringMutants,
  frameMutants,
  withinMutants,
  lifetimeMutants,
  claimMutants,
  darkMutants,
  edgeMutants,
  optionMutants,
  orderMutants,
  pausedMediaMutants,
  wholeMutants,
  nativeMutants,
  pauseMutants,
  raceMutants,
  recorderMutants,
  requestMutants,
  sourceMutants,
  startMutants,
  stateMutants,
  stopMutants,
  taskMutants,
  conversionMutants,
  cutMutants,
  timesliceMutants,
  changeMutants,
  endMutants,
  trackMutants,
];

// What all of them bring is put in place before any of them, so that what a mutant does to its realm stands out.
export { prepareRealm } from '../fixtures/recorders/reference/index.ts';

/** All mutants by name; a new family is a file of its own and a line above. */
export const MUTANTS: Mutants = joined(FAMILIES);

/** No mutant may hide another one of the same name. */
function joined(families: readonly Mutants[]): Mutants {
  const names = families.flatMap((family) => Object.keys(family));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two mutants have the name ${twice}`);
  return Object.assign({}, ...families);
}
