import { show } from './assertions.ts';
import { type Patience, patiently } from './patiently.ts';
import type { TraceLog } from './trace-log.ts';

/** The events that a MediaRecorder fires. */
const EVENT_NAMES = ['start', 'stop', 'dataavailable', 'pause', 'resume', 'error'] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** How often data comes by itself where nobody can ask for it. */
const PART_MS = 250;

type Method = 'start' | 'stop' | 'pause' | 'resume' | 'requestData';

/** Control recordings are cut no finer than this, and what is cut no coarser counts as bringing data unprompted. */
const SLICE_MS = { least: 100, most: 1_000 };

/** An event as it reached the first listener, with what the recorder said of itself at that moment. */
export interface SeenEvent {
  readonly name: EventName;
  readonly event: Event;
  readonly state: RecordingState;
  readonly data: Blob | null;
}

/** What a recorder needs to know of the case that it runs in. */
export interface Surroundings extends Patience {
  readonly stream: MediaStream;
  readonly trace: TraceLog;
  readonly number: number;
  readonly missing: (message: string, expected: string, actual: string) => Error;
}

/** The parts of a recording as one file, of the type that its parts have. */
export function joined(parts: readonly Blob[]): Blob {
  const type = parts.find((part) => part.type !== '')?.type ?? '';
  return new Blob([...parts], { type });
}

/** How far the last recording has come: asked for, begun with its start event, held by a pause, or fed with media. */
type Progress = 'none' | 'asked' | 'begun' | 'held' | 'fed';

/** The recorder under test, with every call and event written to the trace. It adds nothing else. */
export class TracedRecorder {
  readonly recorder: MediaRecorder;
  /** The stream that it was made for, whatever it says itself. */
  readonly stream: MediaStream;
  readonly #around: Surroundings;
  readonly #seen: SeenEvent[] = [];
  #progress: Progress = 'none';
  #watchers: (() => void)[] = [];
  #timeslice: number | undefined;

  constructor(recorder: MediaRecorder, around: Surroundings) {
    this.recorder = recorder;
    this.stream = around.stream;
    this.#around = around;
    for (const name of EVENT_NAMES) recorder.addEventListener(name, (event) => this.#see(name, event));
  }

  get state(): RecordingState {
    return this.recorder.state;
  }

  /** All events so far, in order. */
  get events(): readonly SeenEvent[] {
    return this.#seen;
  }

  /** The names of all events so far, in order. */
  get names(): readonly EventName[] {
    return this.#seen.map(({ name }) => name);
  }

  /** The data of each recording so far, in the order in which it came; a stop event ends a recording. */
  get recordings(): readonly (readonly Blob[])[] {
    const recordings: Blob[][] = [[]];
    for (const { name, data } of this.#seen) {
      if (data !== null) recordings.at(-1)?.push(data);
      if (name === 'stop') recordings.push([]);
    }
    return recordings.filter((parts) => parts.length > 0);
  }

  /** Whether media has come to its last recording: an engine may take seconds to stop one that has had none. */
  get isFed(): boolean {
    return this.#progress === 'fed';
  }

  /** Waits for media, after which a recording that had begun before and was not paused has had some. */
  async fedBy(flow: Promise<unknown>): Promise<void> {
    const hadBegun = this.#progress === 'begun';
    await flow;
    if (hadBegun && this.#progress === 'begun') this.#progress = 'fed';
  }

  count(name: EventName): number {
    return this.#seen.filter((seen) => seen.name === name).length;
  }

  start(...args: readonly unknown[]): unknown {
    const result = this.#call('start', args);
    this.#timeslice = shortSlice(args[0]);
    return result;
  }

  stop(): unknown {
    return this.#call('stop', []);
  }

  pause(): unknown {
    return this.#call('pause', []);
  }

  resume(): unknown {
    return this.#call('resume', []);
  }

  requestData(): unknown {
    return this.#call('requestData', []);
  }

  /** start() where a case only needs data to come while it records, and askForPart() is to bring it. */
  startInParts(): void {
    this.start(...(this.canBeAsked ? [] : [PART_MS]));
  }

  /** Has data come; a recorder that cannot be asked hands it out by itself, from time to time. */
  askForPart(): void {
    if (this.canBeAsked) this.requestData();
  }

  /** Whether it has requestData(): one that lacks it fails the rules about that, and none that are about something else. */
  get canBeAsked(): boolean {
    return typeof Reflect.get(this.recorder, 'requestData') === 'function';
  }

  /** Waits for the nth event of a name, counted from the first; fails when a barrier shows that it does not come. */
  async event(name: EventName, nth = 1): Promise<SeenEvent> {
    const find = (): SeenEvent | undefined => this.#seen.filter((seen) => seen.name === name)[nth - 1];
    let watcher = (): void => {};
    const arrival = new Promise<SeenEvent>((resolve) => {
      watcher = () => {
        const found = find();
        if (found !== undefined) resolve(found);
      };
      this.#watchers = [...this.#watchers, watcher];
      watcher();
    });
    try {
      const unprompted = name === 'dataavailable' && this.state !== 'inactive' ? this.#timeslice : undefined;
      const first = await patiently(`event ${name}`, arrival, this.#around, unprompted);
      if (first.came) return first.value;
      const found = find();
      if (found !== undefined) return found;
      throw this.#around.missing(
        `the ${name} event did not come: ${first.proof}`,
        nth === 1 ? `a ${name} event` : `${nth} ${name} events`,
        `${this.names.length === 0 ? 'no event' : this.names.join(', ')}; state ${this.state}`,
      );
    } finally {
      this.#watchers = this.#watchers.filter((other) => other !== watcher);
    }
  }

  #see(name: EventName, event: Event): void {
    const data = 'data' in event && isBlob(event.data) ? event.data : null;
    const error = 'error' in event ? { error: show(event.error) } : {};
    const { state, mimeType } = this.recorder;
    this.#seen.push({ name, event, state, data });
    if (name === 'start' && this.#progress === 'asked') this.#progress = 'begun';
    const bytes = data === null ? {} : { bytes: data.size };
    this.#around.trace.event({ recorder: this.#around.number, name, state, mimeType, ...bytes, ...error });
    for (const watcher of this.#watchers) watcher();
  }

  #call(method: Method, args: readonly unknown[]): unknown {
    const { trace, number } = this.#around;
    const done = trace.call({ recorder: number, method, args: args.map(show), state: this.state });
    let threw: string | undefined;
    try {
      const operation: unknown = Reflect.get(this.recorder, method);
      if (typeof operation !== 'function') throw new TypeError(`the recorder has no method ${method}()`);
      const returned: unknown = Reflect.apply(operation, this.recorder, args);
      this.#progressWith(method);
      return returned;
    } catch (error) {
      threw = show(error);
      throw error;
    } finally {
      done(this.state, threw);
    }
  }

  #progressWith(method: Method): void {
    if (method === 'start') this.#progress = 'asked';
    else if (method === 'pause' && this.#progress === 'begun') this.#progress = 'held';
    else if (method === 'resume' && this.#progress === 'held') this.#progress = 'begun';
  }
}

/**
 * The timeslice of a recorder that brings data unprompted often enough to wait for it, if it can be told from the
 * argument of start(). Nothing is done to others: a case may count how often an object is converted.
 */
function shortSlice(given: unknown): number | undefined {
  const isPlain = given === null || ['number', 'string', 'boolean'].includes(typeof given);
  const timeslice = isPlain ? Number(given) >>> 0 : Number.POSITIVE_INFINITY;
  return timeslice <= SLICE_MS.most ? Math.max(timeslice, SLICE_MS.least) : undefined;
}

/** Whether a value is a Blob, of this document or of a frame. */
function isBlob(value: unknown): value is Blob {
  return value instanceof Blob || Object.prototype.toString.call(value) === '[object Blob]';
}
