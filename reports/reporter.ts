import type { Results } from '../harness/protocol/index.ts';
import type { PublishedCompat } from './compat.ts';
import type { RecordingPlaces } from './html/recordings.ts';

/** What a reporter may know beside the results; whoever calls it fills this in. */
export interface ReportContext {
  /** Whether colours may be used. */
  readonly colour: boolean;
  /** How wide the terminal is. */
  readonly columns: number;
  /** The prebuilt page that the HTML report fills. */
  readonly template: string;
  /** Deflates text (raw, without header) and gives it as base64; without it the HTML report embeds plain JSON. */
  readonly deflate?: (text: string) => string;
  /** An earlier run that this one is held against. */
  readonly baseline?: Results;
  /** What browser-compat-data says of MediaRecorder, to hold the results against. */
  readonly published?: PublishedCompat;
  /** Where the recordings are that the HTML report shows. */
  readonly recordings?: RecordingPlaces;
  /** Where the HTML report is or will be, as a path or URL. */
  readonly report?: string;
  /** The HTML report that is made along with this one, as its reader can open it; none where none is made. */
  readonly page?: string;
}

/** One way to tell people or machines about a run. */
export interface Reporter {
  /** The file's name in the output folder. */
  readonly file: string;
  /** Whether it is made to be printed rather than kept. */
  readonly prints: boolean;
  readonly render: (results: Results, context: ReportContext) => string;
}
