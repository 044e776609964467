import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import {
  AssertionError,
  type Context,
  conformance,
  CONTAINERS,
  parseMimeType,
  thrownBy,
} from '../kit/index.ts';
import { LISTED, LISTED_CODECS, plain, supports } from './types.ts';

/** Encoders that run at once; more of them would only wait for each other. */
const AT_ONCE = 8;

type Kind = 'audio' | 'video';
type TypeSource = 'canvas' | 'tone';

const KIND_SOURCES: Readonly<Record<Kind, TypeSource>> = { audio: 'tone', video: 'canvas' };

/** What must be there for a type: tracks of the kinds that it names. */
function sourceOf(container: string, codec: string): TypeSource {
  const isVideo =
    codec === '' ? container.startsWith('video/') : LISTED.video.some((video) => video === codec);
  return isVideo ? 'canvas' : 'tone';
}

/** Every supported type of a kind of container, with the source that it can be recorded from. */
function supportedTypes(kind: Kind): readonly { type: string; source: TypeSource }[] {
  return CONTAINERS.filter((container) => container.startsWith(`${kind}/`)).flatMap((container) =>
    ['', ...LISTED_CODECS].flatMap((codec) => {
      const type = codec === '' ? container : plain(container, codec);
      return supports(type) ? [{ type, source: sourceOf(container, codec) }] : [];
    }),
  );
}

/** What is wrong with a recording of a type; nothing is how it should be. */
async function flaw(t: Context, type: string, stream: MediaStream): Promise<readonly string[]> {
  try {
    return await flawOfRecording(t, type, stream);
  } catch (error) {
    if (error instanceof AssertionError) return [`${type}: ${error.message}`];
    throw error;
  }
}

async function flawOfRecording(t: Context, type: string, stream: MediaStream): Promise<readonly string[]> {
  const recorder = t.recorder(stream, { mimeType: type });
  const thrown = thrownBy(() => recorder.start());
  if (thrown !== 'nothing') return [`${type}: start() threw ${thrown}`];
  await recorder.event('start');
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  const data = recorder.events.findLast(({ name }) => name === 'dataavailable')?.data;
  if (recorder.count('error') > 0) return [`${type} brings an error`];
  if ((data?.size ?? 0) === 0) return [`${type} is empty`];
  const { essence } = parseMimeType(data?.type ?? '');
  return essence === parseMimeType(type).essence ? [] : [`${type} comes as ${data?.type}`];
}

conformance(
  'is-type-supported.can-be-recorded',
  {
    over: { kind: ['video', 'audio'] },
    needs: SOURCES.both.needs,
    profile: ({ kind }) => (kind === 'video' ? 'default' : 'full'),
    assertions: 2,
  },
  async (t, { kind }) => {
    const types = supportedTypes(kind);
    // Only what the types need is opened: a recorder that claims sound alone can be asked for its types of sound.
    const streams = new Map<TypeSource, MediaStream>();
    for (const source of new Set([KIND_SOURCES[kind], ...types.map(({ source: needed }) => needed)]))
      streams.set(source, (await t.source(source)).stream);
    t.assert.isAbove(types.length, 0, `${kind} types that are supported`);
    const flaws: string[] = [];
    for (let first = 0; first < types.length; first += AT_ONCE) {
      const together = types.slice(first, first + AT_ONCE);
      const found = await Promise.all(
        together.map(({ type, source }) => flaw(t, type, streams.get(source) ?? new MediaStream())),
      );
      flaws.push(...found.flat());
    }
    t.assert.equal(flaws.join(' and ') || 'none', 'none', 'supported types that cannot be recorded so');
  },
);
