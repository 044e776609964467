import { paramsOf } from './model.ts';

/** What is recorded into: a container, and the codecs in it; none where the recorder chooses. */
export interface FormatName {
  readonly container: string;
  readonly codecs: readonly string[];
}

/** How people call what the first part of a codec's string stands for. */
const CODECS: Readonly<Record<string, string>> = {
  vp8: 'VP8',
  vp9: 'VP9',
  vp09: 'VP9',
  av1: 'AV1',
  av01: 'AV1',
  h264: 'H.264',
  avc1: 'H.264',
  avc3: 'H.264',
  hvc1: 'HEVC',
  hev1: 'HEVC',
  opus: 'Opus',
  pcm: 'PCM',
  mp4a: 'AAC',
};

const CONTAINERS: Readonly<Record<string, string>> = {
  'video/webm': 'WebM',
  'audio/webm': 'WebM, sound only',
  'video/mp4': 'MP4',
  'audio/mp4': 'MP4, sound only',
  'video/x-matroska': 'Matroska',
  'audio/ogg': 'Ogg',
  'audio/wav': 'WAV',
  'audio/mpeg': 'MP3',
};

/** Sources without a picture. */
const SOUND = /tone|audio|microphone|sound|silence/;

/** `avc1.42E01E` is `avc1`: profiles and levels make no format of their own. */
function codecsOf(list: string, between: RegExp): readonly string[] {
  return list
    .replaceAll('"', '')
    .split(between)
    .map((codec) => codec.trim().split('.', 1)[0]?.toLowerCase() ?? '')
    .filter((codec) => codec !== '' && codec !== 'any');
}

/** The format that the parameters of a case name, if they name one. */
export function formatOf(id: string): FormatName | undefined {
  const params = new Map(paramsOf(id).map(({ name, value }) => [name, value]));
  const [container, codec] = [params.get('container'), params.get('codec')];
  if (container !== undefined) {
    if (container.includes('/'))
      return codec === undefined ? undefined : { container, codecs: codecsOf(codec, /[+,]/) };
    const kind = SOUND.test(params.get('source') ?? '') ? 'audio' : 'video';
    return `${kind}/${container}` in CONTAINERS
      ? { container: `${kind}/${container}`, codecs: [] }
      : undefined;
  }
  const [, essence, rest = ''] =
    /^((?:audio|video)\/[\w.+-]+)(.*)$/.exec(params.get('mimeType') ?? params.get('type') ?? '') ?? [];
  if (essence === undefined) return undefined;
  return { container: essence, codecs: codecsOf(rest.replace(/^\s*;\s*codecs\s*=/i, ''), /[+,]/) };
}

/** A container as people call it. */
export function containerWords(container: string): string {
  return CONTAINERS[container] ?? '';
}

/** Codecs as people call them. */
export function codecWords(codecs: readonly string[]): string {
  if (codecs.length === 0) return 'codecs of its own choice';
  return codecs.map((codec) => CODECS[codec] ?? codec).join(' + ');
}

/** A format as it is written in a program. */
export function mimeTypeOf({ container, codecs }: FormatName): string {
  if (codecs.length === 0) return container;
  return `${container};codecs=${codecs.length === 1 ? (codecs[0] ?? '') : `"${codecs.join(',')}"`}`;
}
