/** Types to record in: containers alone, and with codecs that engines are known to offer. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'video/webm': ['any', 'vp8', 'vp9', 'av1', 'vp8+opus', 'vp9+opus', 'av1+opus'],
  'video/mp4': [
    'any',
    'avc1.42E01E',
    'vp09.00.10.08',
    'av01.0.04M.08',
    'hvc1.1.6.L93.B0',
    'avc1.42E01E+mp4a.40.2',
    'avc1.42E01E+opus',
    'vp09.00.10.08+opus',
    'av01.0.04M.08+opus',
  ],
  'video/x-matroska': ['any', 'avc1', 'vp8', 'avc1+opus'],
  'audio/webm': ['any', 'opus', 'pcm'],
  'audio/mp4': ['any', 'mp4a.40.2', 'opus'],
  'audio/ogg': ['any', 'opus'],
  'audio/wav': ['any'],
  'audio/mpeg': ['any'],
};

/** The names of all types, as cases have them: with `+` where the type has a comma in quotes. */
export const TYPE_NAMES: readonly string[] = Object.entries(TYPES).flatMap(([container, codecs]) =>
  codecs.map((codec) => `${container} ${codec}`),
);

/** Types that applications usually ask for; WebM alone is looked at where it is the type of the Blobs. */
export const USUAL: ReadonlySet<string> = new Set(['video/mp4 any', 'audio/ogg any']);

/** The container for video that every engine has, where the browser chooses the codecs. */
export const PLAIN_VIDEO: ReadonlySet<string> = new Set(['video/webm any']);

/** The codecs that every recorder of a container is likely to offer; the others are for the long run. */
export const USUAL_CODECS: ReadonlySet<string> = new Set([
  'video/webm vp8',
  'video/mp4 avc1.42E01E',
  'audio/webm opus',
  'audio/mp4 mp4a.40.2',
]);

/** The MIME type of a name, and the source that such a recording has media of each kind from. */
export function typeNamed(name: string): {
  readonly mimeType: string;
  readonly source: 'canvas' | 'tone' | 'both';
} {
  const [container = '', codecs = 'any'] = name.split(' ', 2);
  const parts = codecs === 'any' ? [] : codecs.split('+');
  const list = parts.length > 1 ? `"${parts.join(',')}"` : parts.join('');
  const mimeType = list === '' ? container : `${container};codecs=${list}`;
  if (container.startsWith('audio/')) return { mimeType, source: 'tone' };
  return { mimeType, source: parts.length === 1 ? 'canvas' : 'both' };
}
