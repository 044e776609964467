import type { Results } from '../../harness/protocol/index.ts';
import { payloadOf, type PayloadExtras } from './payload.ts';

export { carriedRecordings, recordingsIn, type PlacedRecording, type RecordingPlaces } from './recordings.ts';

/** What the template holds in the place where the results go. */
export const DATA_MARKER = '@@results@@';

/** What the HTML report can be given beside the results. */
export interface HtmlOptions extends PayloadExtras {
  /** Deflates text (raw, without header) and gives it as base64; without it the page carries plain JSON. */
  readonly deflate?: (text: string) => string;
}

/** JSON that cannot end the script element that holds it. */
function inert(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

/** The whole report as one page: the prebuilt template with the results in it. */
export function htmlReport(results: Results, template: string, options: HtmlOptions = {}): string {
  const [before, after, more] = template.split(DATA_MARKER);
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error(
      'The template of the HTML report has no single place for the results; build the package again.',
    );
  const json = JSON.stringify(payloadOf(results, options));
  return before + (options.deflate?.(json) ?? inert(json)) + after;
}
