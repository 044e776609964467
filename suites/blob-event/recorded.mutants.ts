import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import { BlobEvent } from '../../fixtures/recorders/reference/idl/blob-event.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

type Fire = Algorithms['fireBlobEvent'];

/** A recorder that fires its data in another form. */
function firing(rule: string, misdeed: string, fire: (normal: Fire) => Fire): Mutant {
  return altered(`blob-event.${rule}`, misdeed, ({ fireBlobEvent }) => ({
    fireBlobEvent: fire(fireBlobEvent),
  }));
}

/** A recorder whose timecodes are others; `nth` counts its events from zero. */
function timing(rule: string, misdeed: string, timecode: (normal: number, nth: number) => number): Mutant {
  return altered(`blob-event.${rule}`, misdeed, ({ timecodeOf }) => {
    const counts = new WeakMap<object, number>();
    return {
      timecodeOf: (recorder, gathered) => {
        const nth = counts.get(recorder) ?? 0;
        counts.set(recorder, nth + 1);
        return timecode(timecodeOf(recorder, gathered), nth);
      },
    };
  });
}

/** A recorder whose Blobs have another type. */
function typing(misdeed: string, other: (type: string) => string): Mutant {
  return firing('type-of-data', misdeed, (normal) => (recorder, gathered) => {
    const data = new Blob([gathered.data], { type: other(gathered.data.type) });
    normal(recorder, { ...gathered, data });
  });
}

const PLAIN = ['start', 'pause', 'resume', 'stop'] as const;
const FLAGS = ['bubbles', 'cancelable', 'composed'] as const;

/** BlobEvents and plain events of a recording that are not what they should be. */
export const recordedEventMutants: Mutants = {
  ...Object.fromEntries(
    PLAIN.map((name) => [
      `${name}-event-custom`,
      altered('blob-event.interface-in-recording', `The ${name} event is a CustomEvent.`, (normal) => ({
        fireEvent: (recorder, fired) => {
          if (fired === name) recorder.target.dispatchEvent(new CustomEvent(name));
          else normal.fireEvent(recorder, fired);
        },
      })),
    ]),
  ),
  'data-event-plain': firing(
    'interface-in-recording',
    'The dataavailable event is a plain Event with data.',
    () =>
      (recorder, { data }) => {
        recorder.target.dispatchEvent(Object.assign(new Event('dataavailable'), { data, timecode: 0 }));
      },
  ),
  'data-event-message': firing(
    'interface-in-recording',
    'The dataavailable event is a MessageEvent.',
    () =>
      (recorder, { data }) => {
        recorder.target.dispatchEvent(new MessageEvent('dataavailable', { data }));
      },
  ),
  ...Object.fromEntries(
    FLAGS.flatMap((flag) => [
      [
        `data-event-${flag}`,
        firing('form-in-recording', `dataavailable: ${flag} is true.`, () => (recorder, gathered) => {
          const timecode = recorder.algorithms.timecodeOf(recorder, gathered);
          const init = { data: gathered.data, timecode, [flag]: true };
          recorder.target.dispatchEvent(new BlobEvent('dataavailable', init));
        }),
      ],
      ...PLAIN.map((name) => [
        `${name}-event-${flag}`,
        altered('blob-event.form-in-recording', `${name}: ${flag} is true.`, (normal) => ({
          fireEvent: (recorder, fired) => {
            if (fired === name) recorder.target.dispatchEvent(new Event(name, { [flag]: true }));
            else normal.fireEvent(recorder, fired);
          },
        })),
      ]),
    ]),
  ),
  'events-target-elsewhere': altered(
    'blob-event.form-in-recording',
    'The target of a plain event is the stream.',
    () => ({
      fireEvent: (recorder, name) => {
        const event = Object.defineProperty(new Event(name), 'target', { value: recorder.stream });
        recorder.target.dispatchEvent(event);
      },
    }),
  ),
  'data-the-same-twice': firing('data-is-a-blob', 'Every event has the first Blob.', (normal) => {
    const first = new WeakMap<object, Blob>();
    return (recorder, gathered) => {
      const data = first.get(recorder) ?? gathered.data;
      first.set(recorder, data);
      normal(recorder, { ...gathered, data });
    };
  }),
  'data-no-blob': firing(
    'data-is-a-blob',
    'The data is null when the recording ends.',
    (normal) => (recorder, gathered) => {
      if (recorder.state !== 'inactive') return normal(recorder, gathered);
      const event = new BlobEvent('dataavailable', { data: gathered.data });
      recorder.target.dispatchEvent(Object.defineProperty(event, 'data', { value: null }));
    },
  ),
  'data-made-anew': firing(
    'same-data-each-time',
    'The data of an event of a recording is another Blob each time it is read.',
    () => (recorder, gathered) => {
      const timecode = recorder.algorithms.timecodeOf(recorder, gathered);
      const event = new BlobEvent('dataavailable', { data: gathered.data, timecode });
      recorder.target.dispatchEvent(
        Object.defineProperty(event, 'data', { get: () => gathered.data.slice() }),
      );
    },
  ),
  'timecode-of-page': timing(
    'first-timecode',
    'Timecodes count from the opening of the page.',
    (normal) => normal + performance.now(),
  ),
  'timecode-one-off': timing(
    'first-timecode',
    'The first timecode is that of the end of its chunk.',
    (normal) => normal + 1,
  ),
  'recorded-timecode-counts-down': timing(
    'timecodes-never-decrease',
    'Timecodes count down.',
    (normal) => -normal,
  ),
  'timecode-starts-over': timing('timecodes-never-decrease', 'Every third timecode is 0.', (normal, nth) =>
    nth % 3 === 2 ? 0 : normal,
  ),
  'timecode-unknown': timing('timecodes-never-decrease', 'Timecodes are NaN.', () => Number.NaN),
  'recorded-timecode-stands-still': timing('timecodes-move-on', 'Every timecode is 0.', () => 0),
  'timecode-of-second-unknown': altered(
    'blob-event.timecode-of-second-recording',
    'The timecodes of a second recording are NaN.',
    (normal) => {
      const first = new WeakMap<object, object | null>();
      return {
        timecodeOf: (recorder, gathered) => {
          if (!first.has(recorder)) first.set(recorder, recorder.gathering);
          return first.get(recorder) === recorder.gathering
            ? normal.timecodeOf(recorder, gathered)
            : Number.NaN;
        },
      };
    },
  ),
  'data-type-missing': typing('A Blob has no type.', () => ''),
  'data-type-without-codecs': typing(
    'The type of a Blob names no codecs.',
    (type) => type.split(';')[0] ?? '',
  ),
  'data-type-of-another-container': typing('The type of a Blob names another container.', (type) =>
    type.replace('webm', 'mp4'),
  ),
  'data-type-of-another-codec': typing('The type of a Blob names another codec.', (type) =>
    type.replace(/vp8|opus/, 'pcm'),
  ),
  'data-type-lost-at-the-end': firing(
    'type-of-data',
    'The type of the last Blob is what the constructor was given.',
    (normal) => (recorder, gathered) => {
      const { mimeType } = recorder;
      normal(recorder, { ...gathered, data: new Blob([gathered.data], { type: mimeType }) });
    },
  ),
};
