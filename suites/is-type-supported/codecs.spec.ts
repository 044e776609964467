import { type Context, conformance, CONTAINERS, thrownBy } from '../kit/index.ts';
import { differing, LISTED, LISTED_CODECS, PAIRS, plain, supported, supports, unanswered } from './types.ts';

const every = (codecs: string): readonly string[] => CONTAINERS.map((container) => plain(container, codecs));

/** The other side of every "is not supported": this recorder does support something. */
const control = (t: Context): void => {
  const usual = [...CONTAINERS, ...PAIRS.map(({ container, codec }) => plain(container, codec))];
  t.assert.notEqual(supported(usual), 'none', 'usual types that are supported');
};

/** The ways to write two codecs, or one in quotes. */
const WRITINGS: Readonly<Record<string, (video: string, audio: string) => string>> = {
  'one-quoted': (video) => `"${video}"`,
  'two-quoted': (video, audio) => `"${video},${audio}"`,
  'two-quoted-with-space': (video, audio) => `"${video}, ${audio}"`,
  'two-unquoted': (video, audio) => `${video},${audio}`,
};

conformance(
  'is-type-supported.agrees-with-constructor',
  { over: { container: CONTAINERS, codec: ['any', ...LISTED_CODECS] } },
  async (t, { container, codec }) => {
    const mimeType = codec === 'any' ? container : plain(container, codec);
    const answer = supports(mimeType);
    const thrown = thrownBy(() => t.construct(new MediaStream(), { mimeType }));
    const expected = answer ? 'nothing' : 'NotSupportedError DOMException';
    t.assert.equal(thrown, expected, `what the constructor threw where isTypeSupported() says ${answer}`);
    t.reading(answer ? 'supported' : 'not supported');
  },
);

conformance('is-type-supported.codec-case', { assertions: 2 }, async (t) => {
  t.assert.equal(
    differing((container, codec) => plain(container, codec.toUpperCase())),
    'none',
    'other answers for a codec in upper case',
  );
  control(t);
});

conformance(
  'is-type-supported.ignores-profiles',
  { over: { profile: ['42E01E', '00.10.08', 'nonsense', '0'] }, assertions: 2 },
  async (t, { profile }) => {
    t.assert.equal(
      differing((container, codec) => plain(container, `${codec}.${profile}`)),
      'none',
      'other answers for a codec with a profile',
    );
    control(t);
  },
);

conformance(
  'is-type-supported.unlisted-codecs',
  {
    over: { codec: ['mp4a', 'mp4a.40.2', 'vorbis', 'flac', 'theora', 'alac', 'mp3', 'not-yet-invented'] },
    assertions: 2,
  },
  async (t, { codec }) => {
    t.assert.equal(supported(every(codec)), 'none', 'types that are supported');
    control(t);
  },
);

conformance(
  'is-type-supported.long-names-of-vp',
  { over: { codec: ['vp08', 'vp09'] } },
  async (t, { codec }) => {
    t.assert.equal(unanswered(every(codec)), 'none', 'types for which there is no answer');
    const answer = supported(every(codec));
    t.reading(answer === 'none' ? 'not exposed' : `exposed: ${answer}`);
  },
);

conformance(
  'is-type-supported.two-of-a-kind',
  { over: { kind: ['video', 'audio'], quoted: [true, false] }, assertions: 2 },
  async (t, { kind, quoted }) => {
    const [one, two] = kind === 'video' ? ['vp8', 'vp9'] : ['opus', 'pcm'];
    const codecs = quoted ? `"${one},${two}"` : `${one},${two}`;
    t.assert.equal(supported(every(codecs)), 'none', 'types that are supported');
    control(t);
  },
);

conformance(
  'is-type-supported.lists-and-quotes',
  { over: { writing: Object.keys(WRITINGS) }, assertions: 1 },
  async (t, { writing }) => {
    const write = WRITINGS[writing] ?? ((video) => video);
    const pairs = PAIRS.filter(({ codec }) => LISTED.video.some((video) => video === codec));
    const list = ({ container, codec }: (typeof PAIRS)[number]): string =>
      plain(container, write(codec, 'opus'));
    const impossible = pairs.filter(({ container, codec }) => !supports(plain(container, codec))).map(list);
    t.assert.equal(supported(impossible), 'none', 'supported with another codec, but not alone');
    const possible = pairs.filter(({ container, codec }) => supports(plain(container, codec))).map(list);
    t.reading(possible.some(supports) ? 'taken apart as RFC 6381 says' : 'never supported, as the steps say');
  },
);

conformance('is-type-supported.aliases', { over: { codec: ['h264', 'av1'] } }, async (t, { codec }) => {
  const alias = codec === 'h264' ? 'avc1' : 'av01';
  const both = [...every(codec), ...every(alias)];
  t.assert.equal(unanswered(both), 'none', 'types for which there is no answer');
  const apart = CONTAINERS.filter((type) => supports(plain(type, codec)) !== supports(plain(type, alias)));
  t.reading(apart.length === 0 ? 'two names of one codec' : `different answers for ${apart.join(', ')}`);
});

conformance(
  'is-type-supported.video-codec-in-audio-type',
  { over: { codec: LISTED.video }, assertions: 2 },
  async (t, { codec }) => {
    const audio = CONTAINERS.filter((container) => container.startsWith('audio/'));
    t.assert.equal(supported(audio.map((type) => plain(type, codec))), 'none', 'types that are supported');
    control(t);
  },
);

conformance(
  'is-type-supported.foreign-codec-in-webm',
  { over: { codec: ['h264', 'avc1', 'avc3', 'hvc1', 'hev1', 'pcm'] }, assertions: 2 },
  async (t, { codec }) => {
    const webm = CONTAINERS.filter((container) => container.endsWith('/webm'));
    t.assert.equal(supported(webm.map((type) => plain(type, codec))), 'none', 'types that are supported');
    control(t);
  },
);
