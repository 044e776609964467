import { randomBytes } from 'node:crypto';
import type { Need, PageMessage, PageSetup, ServerReply } from '../protocol/index.ts';
import { FloodGauge } from './flood-gauge.ts';
import { Inbox, type Receipt } from './inbox.ts';
import { conductorPage, framePage, lanePage, type ServedSubject } from './pages.ts';

/** Who sent a message: the conductor, or one document of a lane. */
export type Sender =
  | { readonly kind: 'page' }
  | { readonly kind: 'lane'; readonly lane: string; readonly document: number; readonly pulse: boolean };

/** What a case recorded, as its lane sent it. */
export interface SentRecording {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** No more of a recording is taken: seconds of what cases record, and little enough for any report. */
export const MOST_RECORDED_BYTES = 4 * 1024 * 1024;

/** What a session needs to know to serve its pages. */
export interface SessionOptions {
  /** The recorder that a lane's pages are fitted with; asked again for each page that is served. */
  readonly subjectOf: (lane: string) => ServedSubject;
  readonly lanes: readonly string[];
  readonly ownOrigins: boolean;
  readonly beatMs: number;
  /** How long a subject may take to install itself. */
  readonly installMs: number;
  /** How long one case may take, if not as long as it says itself. */
  readonly caseLimitMs: number | null;
  /** The scripts of other suites, which are loaded before a lane. */
  readonly suites?: readonly string[];
  /** Somebody looks on with developer tools. */
  readonly debug?: boolean;
  /** What the page probes before anything is run. */
  readonly needs: readonly Need[];
  readonly handle: (sender: Sender, message: PageMessage) => ServerReply;
  /** Takes what a case recorded that did not pass; without it nothing is sent. */
  readonly keepRecording?: (sender: Sender, recording: SentRecording) => Promise<void>;
  /** Told once when a sender begins to post more than can be taken. */
  readonly flooded?: (sender: Sender) => void;
}

/** One browser's business with the server: its pages, and the channel on which they report. */
export class Session {
  readonly token = randomBytes(12).toString('hex');
  readonly #options: SessionOptions;
  readonly #port: number;
  readonly #inbox: Inbox;
  readonly #gauge = new FloodGauge();
  readonly #documents = new Map<string, number>();
  #hosts = 0;

  constructor(options: SessionOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.#inbox = new Inbox((sender, message) => options.handle(parseSender(sender), message));
  }

  /** What the browser is told to open. */
  get url(): string {
    return `http://localhost:${this.#port}${this.path('page')}`;
  }

  path(rest: string): string {
    return `/session/${this.token}/${rest}`;
  }

  /** A page for a lane, on a host that no lane has had before if origins are separate. */
  seat(lane: string): { name: string; url: string } {
    this.#hosts += 1;
    const host = this.#options.ownOrigins ? `l${this.#hosts}.localhost` : 'localhost';
    return { name: lane, url: `http://${host}:${this.#port}${this.path(`lane/${lane}`)}` };
  }

  conductor(): string {
    const lanes = this.#options.lanes.map((lane) => this.seat(lane));
    return conductorPage({ ...this.#setup('page'), lanes });
  }

  lane(lane: string): string | undefined {
    if (!this.#options.lanes.includes(lane)) return undefined;
    const document = (this.#documents.get(lane) ?? 0) + 1;
    this.#documents.set(lane, document);
    const { subjectOf, suites = [] } = this.#options;
    return lanePage(this.#setup(`${lane}.${document}`), subjectOf(lane), suites);
  }

  /** An empty page for a frame that a case in a lane makes. */
  frame(lane: string): string | undefined {
    return this.#options.lanes.includes(lane) ? framePage(this.#options.subjectOf(lane)) : undefined;
  }

  /** Whether one more post of a sender is read at all. A pulse waits for each answer while it tells steps. */
  admits(sender: string): boolean {
    const parsed = parseSender(sender);
    if (parsed.kind === 'lane' && parsed.pulse) return true;
    const level = this.#gauge.count(sender);
    if (level === 'begins') this.#options.flooded?.(parsed);
    return level === 'fine';
  }

  receive(sender: string, message: PageMessage): Receipt {
    return this.#inbox.receive(sender, message);
  }

  /** Hands a recording to whoever keeps them; says whether anybody does. */
  async keepRecording(sender: string, recording: SentRecording): Promise<boolean> {
    await this.#options.keepRecording?.(parseSender(sender), recording);
    return this.#options.keepRecording !== undefined;
  }

  #setup(sender: string): PageSetup {
    const { beatMs, installMs, caseLimitMs, debug, keepRecording } = this.#options;
    const recordings = { url: this.path(`recording/${sender}`), mostBytes: MOST_RECORDED_BYTES };
    return {
      channel: this.path('channel'),
      sender,
      beatMs,
      installMs,
      caseLimitMs,
      needs: [...this.#options.needs],
      lanes: [],
      ...(debug === true ? { debug } : {}),
      ...(keepRecording === undefined ? {} : { recordings }),
    };
  }
}

function parseSender(sender: string): Sender {
  const [lane = '', document, pulse] = sender.split('.');
  if (document === undefined) return { kind: 'page' };
  return { kind: 'lane', lane, document: Number(document), pulse: pulse === 'pulse' };
}
