import type { Metric } from '../../harness/protocol/index.ts';
import {
  openSource,
  SOURCES,
  type Source,
  type SourceName,
  type SourceOf,
  type SourceOptions,
} from '../../fixtures/streams/sources/index.ts';
import { readInWorker } from '../../fixtures/streams/reading/reader.ts';
import { summaryOf, type Reading, type ReadingDepth } from '../../fixtures/streams/reading/reading.ts';
import { assert, AssertionError, kindOf, show, thrownBy } from './assertions.ts';
import { CollectionError, garbageCollected } from './collection.ts';
import { controlRecording } from './control.ts';
import { claims, kindsOf, needClaims } from './claims.ts';
import { drawnByHand, isDrawnByHand, type Media, type MediaAmount, mediaFlow, mostBrought } from './flow.ts';
import { type Frame, openFrame } from './frame.ts';
import { LIMITS } from './limits.ts';
import { type Patience, patiently } from './patiently.ts';
import { NotOffered } from './not-offered.ts';
import { TraceLog } from './trace-log.ts';
import { joined, TracedRecorder } from './traced-recorder.ts';
import { limited } from './turns.ts';
import { WaitLog } from './wait-log.ts';

/**
 * Recorders that still record though all their tracks have ended. Stopping one, or collecting it, blocks
 * WebKitGTK for more than two seconds, so they are left alone and kept until the browser is closed.
 */
const abandoned: MediaRecorder[] = [];

/** Whether all tracks of a recorder's stream have ended; one that is no browser's may not even have a stream. */
function isOver(recorder: MediaRecorder): boolean {
  const stream: unknown = Reflect.get(recorder, 'stream');
  return stream instanceof MediaStream && !stream.active;
}

/** What a case works with. One context serves one attempt and is disposed of after it. */
export class Context {
  readonly assert: typeof assert = assert;
  readonly trace: TraceLog;
  readonly waits = new WaitLog();
  #recorders: readonly TracedRecorder[] = [];
  #frames: readonly Frame[] = [];
  #sources: readonly { readonly name: SourceName; readonly source: Source }[] = [];
  #fed: Media = mostBrought([]);
  #reading: string | undefined;
  #metrics: readonly Metric[] = [];
  #kept: Blob | undefined;

  constructor(tell: (step: string) => void) {
    this.trace = new TraceLog(tell);
  }

  /** What was measured so far. */
  get metrics(): readonly Metric[] {
    return this.#metrics;
  }

  /** Which of the readings that an unclear text allows was seen. */
  get readingSeen(): string | undefined {
    return this.#reading;
  }

  /** The recording to look at if the case does not pass: the one that it judged, else the last that has data. */
  get kept(): Blob | null {
    if (this.#kept !== undefined) return this.#kept;
    const recordings = this.#recorders.flatMap((recorder) => recorder.recordings.map(joined));
    return recordings.findLast(({ size }) => size > 0) ?? null;
  }

  /** Names the recording that the case is about to judge. */
  keep(recording: Blob): void {
    this.#kept = recording;
  }

  /** Ends the case as unsupported where the recorder says that it cannot record a type: the spec demands none. */
  needsType(mimeType: string): void {
    if (MediaRecorder.isTypeSupported(mimeType)) return;
    throw new NotOffered(`isTypeSupported() is false for ${mimeType}`);
  }

  /**
   * Demuxes and, unless the container is enough, decodes a recording, which is then the one that the case judges.
   * Ends the case as unsupported where the browser cannot decode what it recorded.
   */
  async read(recording: Blob, depth: ReadingDepth = 'content'): Promise<Reading> {
    this.keep(recording);
    this.trace.note(`read back ${recording.size} bytes of type ${show(recording.type)}`);
    const reading = await this.waits.during('reading back', readInWorker(recording, depth));
    this.trace.note(summaryOf(reading));
    const undecoded =
      reading.outcome === 'read' ? reading.tracks.find((track) => track.lacksDecoder) : undefined;
    if (undecoded !== undefined) throw new NotOffered(`to see what was recorded: ${undecoded.failure}`);
    return reading;
  }

  /** Opens a synthetic stream; it ends with the case. */
  async source<Name extends SourceName>(name: Name, options: SourceOptions = {}): Promise<SourceOf<Name>> {
    this.trace.note(`open source ${name}`);
    needClaims(SOURCES[name].kinds);
    const source = await this.waits.during('source', openSource(name, options));
    this.#sources = [...this.#sources, { name, source }];
    return source;
  }

  /** Makes a recorder of the subject under test, traced. */
  recorder(stream: MediaStream, options?: MediaRecorderOptions): TracedRecorder {
    needClaims(kindsOf(stream));
    const number = this.#recorders.length + 1;
    this.trace.note(`new MediaRecorder #${number}(${options === undefined ? '' : JSON.stringify(options)})`);
    return this.#traced(new MediaRecorder(stream, ...(options === undefined ? [] : [options])), stream);
  }

  /** Makes a recorder in a document of the case's own, traced. */
  recorderIn(frame: Frame, stream: MediaStream): TracedRecorder {
    this.trace.note(`new MediaRecorder #${this.#recorders.length + 1}() of a frame`);
    return this.#traced(frame.construct(stream), stream);
  }

  /** Opens a document of the case's own, with the subject in it; it is removed with the case. */
  async frame(): Promise<Frame> {
    this.trace.note('open a frame');
    const frame = await this.waits.during('frame', openFrame());
    this.#frames = [...this.#frames, frame];
    return frame;
  }

  /** Calls the constructor under test with any arguments; they are not looked into, so that a getter can count. */
  construct(...args: readonly unknown[]): MediaRecorder {
    this.trace.note(`new MediaRecorder(${args.map(kindOf).join(', ')})`);
    return Reflect.construct(MediaRecorder, args);
  }

  /** A recorder of a fresh source that has fired its start event and has had something to record. */
  async recording(name: SourceName, ...startArgs: readonly unknown[]): Promise<TracedRecorder> {
    const recorder = this.recorder((await this.source(name)).stream);
    recorder.start(...startArgs);
    await recorder.event('start');
    await this.media();
    return recorder;
  }

  /** A recorder as recording() gives it, whose data askForPart() brings. */
  async recordingInParts(name: SourceName): Promise<TracedRecorder> {
    const recorder = this.recorder((await this.source(name)).stream);
    recorder.startInParts();
    await recorder.event('start');
    await this.media();
    return recorder;
  }

  /** A recorder of a fresh source that has fired its pause event. */
  async paused(name: SourceName): Promise<TracedRecorder> {
    const recorder = await this.recording(name);
    recorder.pause();
    await recorder.event('pause');
    return recorder;
  }

  /** A recorder of a fresh source that has fired its stop event. */
  async stopped(name: SourceName): Promise<TracedRecorder> {
    const recorder = await this.recording(name);
    recorder.stop();
    await recorder.event('stop');
    return recorder;
  }

  /** Asserts that a call throws a DOMException of a name. */
  throws(name: string, call: () => unknown, what = 'what the call threw'): void {
    assert.equal(thrownBy(call), `${name} DOMException`, what);
  }

  /** Asserts that a call throws a TypeError, as a wrong argument makes it. */
  throwsTypeError(call: () => unknown, what = 'what the call threw'): void {
    assert.equal(thrownBy(call), 'TypeError that is no DOMException', what);
  }

  /** Asserts that a call throws nothing. */
  succeeds(call: () => unknown, what = 'what the call threw'): void {
    assert.equal(thrownBy(call), 'nothing', what);
  }

  /** Asserts which events a recorder has fired so far, in order. */
  fired(recorder: TracedRecorder, names: readonly string[], when: string): void {
    assert.equal(recorder.names.join(', ') || 'none', names.join(', ') || 'none', `events ${when}`);
  }

  /** Waits until every open source has brought some more media. */
  async media(amount: MediaAmount = 'some'): Promise<void> {
    const flow = Promise.all(this.#sources.map(({ source }) => mediaFlow(source, amount)));
    const fed = Promise.all([flow, ...this.#recorders.map((recorder) => recorder.fedBy(flow))]);
    await this.waits.during('media', fed);
    this.#fed = mostBrought(this.#sources.map(({ source }) => source));
  }

  /**
   * Waits for something under a name, or until anything that was to come by then would have come; with a
   * timeslice, until data would have come unprompted.
   */
  async awaited(name: string, promise: Promise<unknown>, timeslice?: number): Promise<void> {
    await patiently(name, promise, this.#patience, timeslice);
  }

  /** Proof that nothing more will come: a full control recording, then a task turn. */
  async fence(): Promise<void> {
    this.trace.note('fence begins');
    const proof = this.waits.during('fence', controlRecording(this.#controlSource()));
    this.trace.note(`fence: ${await proof}`);
  }

  /** Waits until the browser has collected garbage: whatever is not referred to is gone. */
  async collected(): Promise<void> {
    this.trace.note('making garbage until it is collected');
    if (!(await this.waits.during('garbage collection', garbageCollected())))
      throw new CollectionError('The browser collected no garbage');
    this.trace.note('garbage was collected');
  }

  /** Names the reading of an unclear text that was seen. */
  reading(text: string): void {
    this.#reading = text;
    this.trace.note(`reading: ${text}`);
  }

  /** Reports what was measured; nothing judges it. */
  metric(name: string, unit: string, samples: readonly number[]): void {
    const usable = samples.length > 0 && samples.every(Number.isFinite);
    this.assert.equal(usable, true, `${name} could be measured, as ${samples.join(', ') || 'nothing'}`);
    this.#metrics = [...this.#metrics, { name, unit, samples: [...samples] }];
    this.trace.note(`measured ${name}: ${samples.map((sample) => sample.toPrecision(4)).join(', ')} ${unit}`);
  }

  /** Ends whatever the case left running, and says what could not be ended. */
  async dispose(): Promise<readonly string[]> {
    const troubles: string[] = [];
    for (const { recorder, isFed } of this.#recorders) {
      try {
        if (recorder.state === 'inactive') continue;
        if (isOver(recorder) || this.#frames.some((frame) => frame.hasLost(recorder))) {
          abandoned.push(recorder);
          continue;
        }
        if (recorder.state === 'paused') recorder.resume();
        // An engine may block for seconds when it is stopped before it has seen any media.
        if (!isFed) await this.waits.during('farewell', limited(this.#farewell(), LIMITS.farewellMs));
        recorder.stop();
      } catch (error) {
        troubles.push(`the recorder could not be stopped after the case: it threw ${show(error)}`);
      }
    }
    for (const { source } of this.#sources) source.dispose();
    for (const { element } of this.#frames) element.remove();
    return troubles;
  }

  /** Some media at the end, drawn by hand where nothing is drawn by itself. */
  async #farewell(): Promise<void> {
    const byHand = this.#sources.flatMap(({ source }) =>
      isDrawnByHand(source) ? [drawnByHand(source)] : [],
    );
    await Promise.all([this.media(), ...byHand]).catch(() => undefined);
  }

  #traced(made: MediaRecorder, stream: MediaStream): TracedRecorder {
    const number = this.#recorders.length + 1;
    const recorder = new TracedRecorder(made, {
      stream,
      trace: this.trace,
      number,
      ...this.#patience,
      missing: (message, expected, actual) =>
        // oxlint-disable-next-line typescript/unbound-method -- it only marks where the stack begins
        new AssertionError(message, { expected, actual, showDiff: true }, assert.fail),
    });
    this.#recorders = [...this.#recorders, recorder];
    return recorder;
  }

  get #patience(): Patience {
    return { waits: this.waits, proof: (timeslice) => this.#proof(timeslice) };
  }

  /** What is missing may be missing for lack of media: a source that has failed says nothing about a recorder. */
  async #proof(timeslice: number | undefined): Promise<string> {
    const said = await controlRecording(this.#controlSource(), { timeslice, media: this.#fed });
    for (const { source } of this.#sources) await source.alive?.();
    return said;
  }

  #controlSource(): SourceName {
    const name = this.#sources.at(-1)?.name ?? (claims('video') ? 'canvas' : 'tone');
    // Nobody would draw on a control recording's canvas by hand.
    return name === 'canvas-manual' ? 'canvas' : name;
  }
}
