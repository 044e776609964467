import type { TrackKind } from '../../fixtures/streams/sources/index.ts';
import { type Context, conformance, thrownBy } from '../kit/index.ts';
import { lackOfMedia, lateBeginnings, otherCodecs, otherContainer, tracksOf } from './checks/claims.ts';
import { videoDrift } from './checks/content.ts';
import { tempoDeviation } from './checks/order.ts';
import { audioOf, finished, KINDS_OF, record, type Recorded, started, videoOf } from './record.ts';
import { USUAL_CODECS, PLAIN_VIDEO, TYPE_NAMES, typeNamed, USUAL } from './types.ts';

const needs = ['web-codecs'] as const;
const KINDS = ['both', 'canvas', 'tone'] as const;

/** Cases over all types; those of a set are in the default profile. */
const over = (usual: ReadonlySet<string>) =>
  ({
    over: { type: TYPE_NAMES },
    needs: ['canvas-capture', 'audio-clock', 'web-codecs'],
    profile: ({ type }: { readonly type: string }) => (usual.has(type) ? 'default' : 'full'),
  }) as const;

/** The stream with both kinds of track stands for the others, where it does not matter which. */
const bothFirst = {
  over: { source: KINDS },
  needs,
  profile: ({ source }: { readonly source: string }) => (source === 'both' ? 'default' : 'full'),
} as const;

/** A recording long enough for any encoder to have put out something, with what mimeType said when it had begun. */
async function short(
  t: Context,
  name: (typeof KINDS)[number],
  mimeType?: string,
): Promise<Recorded & { readonly said: string }> {
  const recorder = await started(t, { source: await t.source(name), mimeType });
  const said = recorder.recorder.mimeType;
  await t.media('ample');
  return { ...(await finished(t, recorder, { depth: 'container' })), said };
}

/** A short recording of a type that is offered, with media of each kind that it can hold. */
async function ofType(
  t: Context,
  type: string,
): Promise<
  Recorded & { readonly said: string; readonly mimeType: string; readonly kinds: readonly TrackKind[] }
> {
  const { mimeType, source } = typeNamed(type);
  t.needsType(mimeType);
  return { ...(await short(t, source, mimeType)), mimeType, kinds: KINDS_OF[source] };
}

conformance('media.container-as-said', bothFirst, async (t, { source }) => {
  const { reading, said } = await short(t, source);
  t.assert.equal(otherContainer(reading, said), 'none', 'how the container differs from mimeType');
});

conformance(
  'media.codecs-as-said',
  {
    over: { source: KINDS },
    needs,
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 2,
  },
  async (t, { source }) => {
    const { reading, said } = await short(t, source);
    t.assert.include(said, 'codecs', 'mimeType when recording has begun');
    t.assert.equal(otherCodecs(reading, said), 'none', 'how the codecs differ from mimeType');
  },
);

conformance('media.blob-type-as-recorded', { ...over(PLAIN_VIDEO), assertions: 2 }, async (t, { type }) => {
  const { reading, parts } = await ofType(t, type);
  const blobType = parts.find(({ size }) => size > 0)?.type ?? '';
  t.assert.equal(
    otherContainer(reading, blobType),
    'none',
    'how the container differs from the type of the Blob',
  );
  t.assert.equal(otherCodecs(reading, blobType), 'none', 'how the codecs differ from the type of the Blob');
});

conformance('media.type-as-requested', { ...over(USUAL), assertions: 2 }, async (t, { type }) => {
  const { reading, mimeType } = await ofType(t, type);
  t.assert.equal(
    otherContainer(reading, mimeType),
    'none',
    'how the container differs from what was asked for',
  );
  t.assert.equal(otherCodecs(reading, mimeType), 'none', 'how the codecs differ from what was asked for');
});

conformance('media.supported-type-has-media', over(USUAL_CODECS), async (t, { type }) => {
  const { reading } = await ofType(t, type);
  t.assert.equal(lackOfMedia(reading), 'none', 'what a recording of a supported type lacks');
});

conformance('media.tracks-as-in-the-stream', bothFirst, async (t, { source }) => {
  const { reading } = await short(t, source);
  t.assert.equal(tracksOf(reading), KINDS_OF[source].join(' and '), 'tracks of the recording');
});

conformance(
  'media.several-tracks-of-a-kind',
  {
    over: { source: ['canvas', 'tone'] },
    needs,
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 2,
  },
  async (t, { source: name }) => {
    const [one, two] = [await t.source(name), await t.source(name)];
    const recorder = t.recorder(new MediaStream([...one.stream.getTracks(), ...two.stream.getTracks()]));
    const thrown = thrownBy(() => recorder.start());
    if (thrown === 'nothing') {
      await recorder.event('start');
      await t.media('plenty');
      const { reading } = await finished(t, recorder, { depth: 'container' });
      t.assert.equal(recorder.count('error'), 0, 'error events');
      t.assert.equal(
        tracksOf(reading),
        [...KINDS_OF[name], ...KINDS_OF[name]].join(' and '),
        'tracks of the recording',
      );
      t.reading('recorded');
    } else {
      t.assert.equal(thrown, 'NotSupportedError DOMException', 'what start() threw');
      t.assert.equal(recorder.state, 'inactive', 'state after start() threw');
      t.reading('refused');
    }
  },
);

conformance(
  'media.picture-size',
  {
    over: { size: ['160x120', '96x128', '320x180'] },
    needs: ['canvas-capture', 'web-codecs'],
    assertions: 2,
    profile: ({ size }) => (size === '96x128' ? 'default' : 'full'),
  },
  async (t, { size }) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    const { reading } = await record(t, { source: await t.source('canvas', { width, height }) });
    const sizes = new Set(videoOf(reading).frames.map((frame) => `${frame.width}x${frame.height}`));
    t.assert.isAbove(sizes.size, 0, 'sizes of frames');
    t.assert.equal([...sizes].join(', '), size, 'sizes of frames');
  },
);

conformance('media.channels', { needs: ['audio-clock', 'web-codecs'] }, async (t) => {
  const { reading } = await short(t, 'tone');
  t.assert.equal(audioOf(reading).channels, 1, 'channels of a recording of one channel');
});

conformance(
  'media.tempo-of-sound',
  {
    over: { source: ['tone', 'both'] },
    needs,
    profile: ({ source }) => (source === 'tone' ? 'default' : 'full'),
  },
  async (t, { source }) => {
    const { reading } = await record(t, { source: await t.source(source) });
    t.assert.equal(tempoDeviation(audioOf(reading)), 'none', 'how the tempo differs');
  },
);

conformance(
  'media.times-of-pictures',
  {
    over: { source: ['canvas', 'both'] },
    needs,
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
  },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const { reading } = await record(t, { source });
    t.assert.equal(
      videoDrift(videoOf(reading), source.frames.drawn),
      'none',
      'how times differ from the drawing',
    );
  },
);

conformance('media.begins-near-zero', { ...over(PLAIN_VIDEO), assertions: 2 }, async (t, { type }) => {
  const { reading, kinds } = await ofType(t, type);
  t.assert.equal(lackOfMedia(reading, kinds), 'none', 'what the recording lacks that could begin');
  t.assert.equal(lateBeginnings(reading), 'none', 'tracks that begin late');
});
