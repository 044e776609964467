import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORDINGS_FOLDER, type CaseId, type PageMessage, type Recording } from '../protocol/index.ts';
import type { Sender, SentRecording } from '../server/index.ts';
import { makeFolder } from './output.ts';

/** Nobody looks at more, and a disk must not fill up where nearly everything fails. */
const MOST_BYTES = 128 * 1024 * 1024;

const ENDINGS: Readonly<Record<string, string>> = {
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'video/x-matroska': 'mkv',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
};

/** Whose recordings are kept, where, and who holds which case. */
export interface RecordingsOf {
  /** The folder that the results are written to. */
  readonly folder: string;
  readonly target: string;
  readonly holds: (lane: string) => CaseId | undefined;
  readonly trouble: (message: string) => void;
}

/** Keeps what the cases of one target recorded that did not pass, and lets their attempts refer to it. */
export class Recordings {
  readonly #of: RecordingsOf;
  readonly #kept = new Map<string, { readonly id: CaseId; readonly recording: Recording }>();
  #bytes = 0;
  #files = 0;

  constructor(of: RecordingsOf) {
    this.#of = of;
  }

  /** Writes a lane's recording for the case that it holds; it is there when this settles. */
  async keep(sender: Sender, { bytes, mimeType }: SentRecording): Promise<void> {
    const id = sender.kind === 'lane' ? this.#of.holds(sender.lane) : undefined;
    if (sender.kind !== 'lane' || id === undefined || this.#bytes + bytes.length > MOST_BYTES) return;
    this.#bytes += bytes.length;
    this.#files += 1;
    const file = `${RECORDINGS_FOLDER}/${plain(this.#of.target)}/${nameOf(id, this.#files, mimeType)}`;
    try {
      await makeFolder(join(this.#of.folder, RECORDINGS_FOLDER, plain(this.#of.target)));
      await writeFile(join(this.#of.folder, file), bytes);
    } catch (error) {
      this.#of.trouble(`the recording of ${id} could not be kept: ${String(error)}`);
      return;
    }
    this.#kept.set(sender.lane, { id, recording: { file, mimeType, bytes: bytes.length } });
  }

  /** A lane's answer for its case, with a reference to what was kept of it. */
  attached(sender: Sender, message: PageMessage): PageMessage {
    if (message.kind !== 'finished' || sender.kind !== 'lane') return message;
    const kept = this.#kept.get(sender.lane);
    this.#kept.delete(sender.lane);
    if (kept?.id !== message.case) return message;
    return { ...message, attempt: { ...message.attempt, recording: kept.recording } };
  }
}

function nameOf(id: CaseId, nth: number, mimeType: string): string {
  const [essence = ''] = mimeType.split(';', 1);
  return `${nth}-${plain(id).slice(0, 80)}.${ENDINGS[essence.trim().toLowerCase()] ?? 'bin'}`;
}

/** A text as a file name that every system takes. */
function plain(text: string): string {
  return text.replaceAll(/[^\w.-]+/g, '_').replace(/^\W+/, '');
}
