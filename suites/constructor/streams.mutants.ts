import type { Mutants } from '../../fixtures/recorders/install.ts';
import {
  constructed,
  recorderClass,
  standIn,
  withArguments,
} from '../../fixtures/recorders/mutants/interfaces.ts';
import { altered, damaged, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

/** What is no stream, and is taken for one all the same. */
const TAKEN: Readonly<Record<string, (value: unknown) => boolean>> = {
  undefined: (value) => value === undefined,
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  object: (value) => Object.prototype.toString.call(value) === '[object Object]',
  'list-of-tracks': (value) => Array.isArray(value),
  'event-target': (value) => value instanceof EventTarget,
  'video-element': (value) => value instanceof HTMLVideoElement,
  'object-that-inherits': (value) => value instanceof MediaStream,
};

/** What a stream is like that the constructor refuses, and the cases that have such a stream. */
const REFUSED = [
  ['without-tracks', 'accepts-any-stream', { stream: 'without-tracks' }, (tracks) => tracks.length === 0],
  [
    'ended',
    'accepts-any-stream',
    { stream: 'ended' },
    (tracks) => tracks.every(({ readyState }) => readyState === 'ended'),
  ],
  [
    'live',
    'accepts-any-stream',
    { stream: 'live' },
    (tracks) => tracks.some(({ readyState }) => readyState === 'live'),
  ],
  [
    'video',
    'accepts-a-track',
    { source: 'canvas' },
    (tracks) => tracks.length === 1 && tracks[0]?.kind === 'video',
  ],
  [
    'audio',
    'accepts-a-track',
    { source: 'tone' },
    (tracks) => tracks.length === 1 && tracks[0]?.kind === 'audio',
  ],
  ['both', 'accepts-a-track', { source: 'both' }, (tracks) => tracks.length > 1],
] as const satisfies readonly (readonly [
  string,
  string,
  Readonly<Record<string, string>>,
  (tracks: readonly MediaStreamTrack[]) => boolean,
])[];

/** What the constructor may do to the tracks of a stream. */
const MEDDLING: Readonly<Record<string, (stream: MediaStream, track: MediaStreamTrack) => void>> = {
  'stops-the-track': (_stream, track) => track.stop(),
  'removes-the-track': (stream, track) => stream.removeTrack(track),
  'adds-a-clone': (stream, track) => stream.addTrack(track.clone()),
  'disables-the-track': (_stream, track) => {
    track.enabled = false;
  },
};

/** Constructors that take or treat a stream wrongly. */
export const constructorStreamMutants: Mutants = {
  ...Object.fromEntries(
    Object.entries(TAKEN).map(([given, matches]) => [
      `constructor-takes-${given}`,
      noticedWhere(
        { given },
        damaged('constructor.refuses-what-is-no-stream', `The constructor takes ${given}.`, (made) =>
          recorderClass(
            withArguments(made, (args) =>
              args.length > 0 && matches(args[0]) ? [new MediaStream(), ...args.slice(1)] : args,
            ),
          ),
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    REFUSED.map(([what, rule, where, matches]) => [
      `constructor-refuses-${what}`,
      noticedWhere(
        where,
        altered(`constructor.${rule}`, `The constructor refuses streams with ${what}.`, (normal) => ({
          construct: (recorder, stream, options) => {
            if (matches(stream.getTracks())) throw new DOMException('no such stream', 'NotSupportedError');
            normal.construct(recorder, stream, options);
          },
        })),
      ),
    ]),
  ),
  ...Object.fromEntries(
    ['without-tracks', 'ended', 'live'].map((stream) => [
      `constructor-clones-${stream}`,
      noticedWhere(
        { stream },
        altered('constructor.keeps-the-stream', 'The recorder has a stream of its own.', (normal) => ({
          construct: (recorder, given, options) => {
            normal.construct(recorder, given, options);
            recorder.stream = new MediaStream(given.getTracks());
          },
        })),
      ),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MEDDLING).map(([what, meddle]) => [
      `constructor-${what}`,
      altered(
        'constructor.leaves-the-stream-alone',
        `The constructor ${what.replaceAll('-', ' ')}.`,
        (normal) => ({
          construct: (recorder, stream, options) => {
            normal.construct(recorder, stream, options);
            for (const track of stream.getTracks()) meddle(stream, track);
          },
        }),
      ),
    ]),
  ),
  'constructor-one-recorder-a-stream': damaged(
    'constructor.several-on-one-stream',
    'A second recorder for a stream is the first one again.',
    (made) => {
      const known = new WeakMap<object, object>();
      return recorderClass(
        standIn(made, (args, asked) => {
          const [stream] = args;
          const before = typeof stream === 'object' && stream !== null ? known.get(stream) : undefined;
          const recorder = before ?? constructed(made, args, asked);
          if (typeof stream === 'object' && stream !== null) known.set(stream, recorder);
          return recorder;
        }),
      );
    },
  ),
  'constructor-once-for-a-stream': altered(
    'constructor.several-on-one-stream',
    'A stream can have only one recorder.',
    (normal) => {
      const known = new WeakSet<MediaStream>();
      return {
        construct: (recorder, stream, options) => {
          if (known.has(stream)) throw new DOMException('a second recorder', 'NotSupportedError');
          known.add(stream);
          normal.construct(recorder, stream, options);
        },
      };
    },
  ),
  'constructor-options-first': damaged(
    'constructor.converts-the-stream-first',
    'The constructor looks at the options before the stream.',
    (made) =>
      recorderClass(
        withArguments(made, (args) => {
          const [, options] = args;
          if (typeof options === 'object' && options !== null) Reflect.get(options, 'audioBitsPerSecond');
          return args;
        }),
      ),
  ),
};
