import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import { answering } from './answers.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

const VIDEO = ['vp8', 'vp9', 'h264', 'avc1', 'av1', 'av01', 'hvc1', 'hev1', 'avc3'] as const;
const UNLISTED = [
  'mp4a',
  'mp4a.40.2',
  'vorbis',
  'flac',
  'theora',
  'alac',
  'mp3',
  'not-yet-invented',
] as const;
const NOT_IN_WEBM = ['h264', 'avc1', 'avc3', 'hvc1', 'hev1', 'pcm'] as const;

/** Lists of codecs that are all supported, under the names that the cases give their writing. */
const WRITINGS: Readonly<Record<string, RegExp>> = {
  'one-quoted': /codecs="[^,]+"$/,
  'two-quoted': /codecs="[^, ]+,[^, ]+"$/,
  'two-quoted-with-space': /codecs="[^,]+, [^,]+"$/,
  'two-unquoted': /codecs=[^",]+,[^",]+$/,
};

/** A recorder that supports some types that it should not. */
function supporting(rule: string, misdeed: string, what: (type: string) => boolean): Mutant {
  return answering(rule, misdeed, (normal, type, defer) => what(type) || normal(type, defer));
}

/** A recorder that gives no answer for a codec, but throws. */
function refusing(rule: string, codec: string): Mutant {
  return noticedWhere(
    { codec },
    answering(rule, `isTypeSupported() throws for ${codec}.`, (normal, type, defer) => {
      if (type.endsWith(`codecs=${codec}`)) throw new DOMException('no such codec', 'NotSupportedError');
      return normal(type, defer);
    }),
  );
}

/** The constructor and isTypeSupported() do not agree. */
const disagreeing: Mutants = {
  'codecs-unchecked-by-constructor': answering(
    'agrees-with-constructor',
    'The constructor looks at the container only.',
    (normal, type, defer) => normal(defer ? (type.split(';')[0] ?? '') : type, defer),
  ),
  'codecs-refused-by-constructor': answering(
    'agrees-with-constructor',
    'The constructor takes no codecs.',
    (normal, type, defer) => !(defer && type.includes('codecs')) && normal(type, defer),
  ),
  'constructor-refuses-with-type-error': altered(
    'is-type-supported.agrees-with-constructor',
    'The constructor throws a TypeError for a type that is not supported.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        if (!normal.isTypeSupported(options.mimeType, true)) throw new TypeError('no such type');
        normal.construct(recorder, stream, options);
      },
    }),
  ),
};

/** Recorders that support types which cannot be recorded, or not as that type. */
const unrecordable: Mutants = {
  ...Object.fromEntries(
    [
      ['video', 'video/mp4;codecs=hvc1'],
      ['audio', 'audio/wav'],
    ].map(([kind = '', type = '']) => [
      `promises-${kind}`,
      noticedWhere(
        { kind },
        supporting(
          'can-be-recorded',
          `${type} is supported, but cannot be recorded.`,
          (asked) => asked === type,
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    ['video', 'audio'].flatMap((kind) => [
      [
        `empty-${kind}-of-one-type`,
        noticedWhere(
          { kind },
          altered(
            'is-type-supported.can-be-recorded',
            `A recording of one ${kind} type is empty.`,
            (normal) => ({
              fireBlobEvent: (recorder, gathered) => {
                const { type } = gathered.data;
                const isOne = recorder.constrainedMimeType.startsWith(`${kind}/mp4`);
                normal.fireBlobEvent(
                  recorder,
                  isOne ? { ...gathered, data: new Blob([], { type }) } : gathered,
                );
              },
            }),
          ),
        ),
      ],
      [
        `${kind}-mp4-comes-as-webm`,
        noticedWhere(
          { kind },
          altered('is-type-supported.can-be-recorded', `Who asks for ${kind}/mp4 gets WebM.`, (normal) => ({
            extendedMimeType: (recorder, recording) =>
              normal.extendedMimeType(recorder, recording).replace(`${kind}/mp4`, `${kind}/webm`),
          })),
        ),
      ],
    ]),
  ),
};

/** Recorders that are wrong about codecs. */
export const typeCodecMutants: Mutants = {
  ...disagreeing,
  ...unrecordable,
  'codecs-in-lower-case-only': answering(
    'codec-case',
    'Codecs in upper case are unknown.',
    (normal, type, defer) => !/codecs=.*[A-Z]/.test(type) && normal(type, defer),
  ),
  ...Object.fromEntries(
    ['42E01E', '00.10.08', 'nonsense', '0'].map((profile) => [
      `codec-profile-${profile}-matters`,
      noticedWhere(
        { profile },
        answering(
          'ignores-profiles',
          `A codec with the profile ${profile} is unknown.`,
          (normal, type, defer) => !type.endsWith(`.${profile}`) && normal(type, defer),
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    UNLISTED.map((codec) => [
      `codec-unlisted-${codec}`,
      noticedWhere(
        { codec },
        supporting(
          'unlisted-codecs',
          `${codec} is supported.`,
          (type) => type === `video/mp4;codecs=${codec}`,
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    ['video', 'audio'].flatMap((kind) =>
      [true, false].map((quoted) => {
        const pair = kind === 'video' ? 'vp8,vp9' : 'opus,pcm';
        const codecs = quoted ? `"${pair}"` : pair;
        return [
          `codecs-two-${kind}-${quoted ? 'quoted' : 'plain'}`,
          noticedWhere(
            { kind, quoted },
            supporting('two-of-a-kind', `Two ${kind} codecs are supported.`, (type) =>
              type.endsWith(`codecs=${codecs}`),
            ),
          ),
        ];
      }),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(WRITINGS).map(([writing, pattern]) => [
      `codecs-${writing}-supported`,
      noticedWhere(
        { writing },
        supporting('lists-and-quotes', `Codecs are not looked at in a list: ${writing}.`, (type) =>
          pattern.test(type),
        ),
      ),
    ]),
  ),
  'codecs-by-the-last-one': answering(
    'lists-and-quotes',
    'Of several codecs only the last one is looked at.',
    (normal, type, defer) => normal(type.replace(/codecs="?[^;]*,\s*([^;",]+)"?/, 'codecs=$1'), defer),
  ),
  ...Object.fromEntries([
    ...['vp08', 'vp09'].map(
      (codec) => [`codec-throws-${codec}`, refusing('long-names-of-vp', codec)] as const,
    ),
    ...['h264', 'av1'].map((codec) => [`codec-throws-${codec}`, refusing('aliases', codec)] as const),
  ]),
  ...Object.fromEntries(
    VIDEO.map((codec) => [
      `codec-video-in-audio-${codec}`,
      noticedWhere(
        { codec },
        supporting(
          'video-codec-in-audio-type',
          `Audio can hold ${codec}.`,
          (type) => type.startsWith('audio/') && type.endsWith(`codecs=${codec}`),
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    NOT_IN_WEBM.map((codec) => [
      `codec-in-webm-${codec}`,
      noticedWhere(
        { codec },
        supporting(
          'foreign-codec-in-webm',
          `WebM can hold ${codec}.`,
          (type) => type === `video/webm;codecs=${codec}`,
        ),
      ),
    ]),
  ),
};
