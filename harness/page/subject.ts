import { Fitting } from '../../fixtures/recorders/fitting.ts';
import { decodeJson, SubjectSetup } from '../protocol/index.ts';

/** Makes this realm ready for the subject's scripts, which come next. */
export function prepareSubject(): void {
  const text = document.querySelector('#subject')?.textContent ?? '';
  Fitting.place(decodeJson(SubjectSetup, text, "the page's subject"));
}
