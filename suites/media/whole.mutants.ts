import type { Mutants } from '../../fixtures/recorders/install.ts';
import { noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import { configured, delivering, emptied } from '../../fixtures/recorders/mutants/make-media.ts';

const SLICED = { cut: 'timeslice' } as const;
const SINGLE = { cut: 'single' } as const;

/** Recorders whose Blobs together are no whole file. */
export const wholeMutants: Mutants = {
  'first-slice-lost': noticedWhere(
    SLICED,
    delivering(
      'media.whole',
      'The first slice of a recording is empty.',
      () =>
        (data, { nth, last }) =>
          nth === 1 && !last ? emptied(data) : data,
    ),
  ),
  'recording-cut-in-half': noticedWhere(
    SINGLE,
    delivering(
      'media.whole',
      'The second half of the last Blob is lost.',
      () =>
        (data, { last }) =>
          last ? data.slice(0, data.size / 2, data.type) : data,
    ),
  ),
  'slices-end-early': noticedWhere(
    SLICED,
    delivering(
      'media.whole',
      'The last ten bytes of each slice are lost.',
      () =>
        (data, { last }) =>
          last ? data : data.slice(0, Math.max(0, data.size - 10), data.type),
    ),
  ),
  'slices-swapped': noticedWhere(
    SLICED,
    delivering('media.whole', 'The first two slices of a recording come in the wrong order.', () => {
      let held: Blob | null = null;
      return (data, { nth, last }) => {
        if (nth === 1 && !last) {
          held = data;
          return emptied(data);
        }
        const earlier = held ?? emptied(data);
        held = null;
        return new Blob([data, earlier], { type: data.type });
      };
    }),
  ),
  'each-slice-a-byte-more': noticedWhere(
    SLICED,
    delivering(
      'media.whole',
      'A byte that belongs nowhere precedes each slice.',
      () => (data) => new Blob([new Uint8Array([0x81]), data], { type: data.type }),
    ),
  ),
  'second-recording-lacks-its-header': (() => {
    const before = new WeakSet<object>();
    return delivering(
      'media.second-recording-whole',
      'The first hundred bytes of every recording but the first are lost.',
      (recorder) => {
        const again = before.has(recorder);
        before.add(recorder);
        return (data, { nth }) => (again && nth === 1 ? data.slice(100, data.size, data.type) : data);
      },
    );
  })(),
  'second-recording-is-the-first': (() => {
    const first = new WeakMap<object, Blob>();
    return delivering(
      'media.second-recording-whole',
      'A second recording brings the bytes of the first once more.',
      (recorder) => (data) => {
        const kept = first.get(recorder) ?? data;
        first.set(recorder, kept);
        return kept;
      },
    );
  })(),
  'second-recording-lacks-a-track': (() => {
    const before = new WeakSet<object>();
    return noticedWhere(
      { source: 'both' },
      configured(
        'media.second-recording-whole',
        'Every recording but the first has pictures alone.',
        ({ tracks }, recorder) => {
          const again = before.has(recorder);
          before.add(recorder);
          return { tracks: again ? tracks.filter(({ kind }) => kind === 'video') : tracks };
        },
      ),
    );
  })(),
  'codec-misnamed-in-the-file': delivering(
    'media.plays-in-an-element',
    'The header of the file names codecs that nobody knows.',
    () =>
      async (data, { nth }) => {
        if (nth > 1) return data;
        const bytes = new Uint8Array(await data.arrayBuffer());
        for (let at = 0; at + 5 < bytes.length; at += 1) {
          const name = String.fromCharCode(...bytes.subarray(at, at + 5));
          if (name === 'V_VP8' || name === 'A_OPU') bytes.fill(0x58, at + 2, at + 5);
        }
        return new Blob([bytes], { type: data.type });
      },
  ),
  'slice-delivered-twice': noticedWhere(
    SLICED,
    delivering('media.no-bytes-twice', 'Each slice begins with the one before.', () => {
      let before: Blob | null = null;
      return (data) => {
        const both = new Blob(before === null ? [data] : [before, data], { type: data.type });
        before = data;
        return both;
      };
    }),
  ),
  'request-data-brings-all': noticedWhere(
    { cut: 'request-data' },
    delivering('media.no-bytes-twice', 'Each Blob holds everything since the start.', () => {
      let all: Blob | null = null;
      return (data) => {
        all = new Blob(all === null ? [data] : [all, data], { type: data.type });
        return all;
      };
    }),
  ),
  'last-data-brings-all': noticedWhere(
    SLICED,
    delivering('media.no-bytes-twice', 'The last Blob holds everything since the start.', () => {
      const parts: Blob[] = [];
      return (data, { last }) => {
        parts.push(data);
        return last ? new Blob(parts, { type: data.type }) : data;
      };
    }),
  ),
};
