import type { Fact, Finding } from '../../protocol/index.ts';
import { within } from './within.ts';

const ANSWER_LIMIT_MS = 3_000;

const VIDEO_CODECS = {
  VP8: 'vp8',
  VP9: 'vp09.00.10.08',
  'H.264': 'avc1.42001f',
  AV1: 'av01.0.04M.08',
} as const;
const AUDIO_CODECS = { Opus: 'opus', AAC: 'mp4a.40.2' } as const;
const RECORDED_TYPES = [
  'video/webm;codecs=vp8',
  'video/webm;codecs=vp9',
  'video/mp4;codecs=avc1.42001f',
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
] as const;

/** Whether recordings can be decoded in the page, and which codecs there are. */
export async function probeWebCodecs(): Promise<{
  readonly finding: Finding;
  readonly facts: readonly Fact[];
}> {
  const complete = ['VideoDecoder', 'VideoEncoder', 'AudioDecoder', 'AudioEncoder'].every(
    (name) => name in window,
  );
  if (!complete)
    return { finding: { status: 'unsupported', evidence: 'WebCodecs is not complete' }, facts: [] };
  const encoders = await supported('encode');
  const decoders = await supported('decode');
  return {
    finding: { status: 'available', evidence: `WebCodecs decodes ${decoders}` },
    facts: [
      { name: 'WebCodecs encoders', value: encoders },
      { name: 'WebCodecs decoders', value: decoders },
    ],
  };
}

async function supported(way: 'encode' | 'decode'): Promise<string> {
  const answers = await Promise.all([
    ...Object.entries(VIDEO_CODECS).map(([name, codec]) => ask(name, () => video(way, codec))),
    ...Object.entries(AUDIO_CODECS).map(([name, codec]) => ask(name, () => audio(way, codec))),
  ]);
  return answers.filter((name) => name !== '').join(', ') || 'none';
}

function video(way: 'encode' | 'decode', codec: string): Promise<{ supported?: boolean }> {
  return way === 'encode'
    ? VideoEncoder.isConfigSupported({ codec, width: 160, height: 120 })
    : VideoDecoder.isConfigSupported({ codec });
}

function audio(way: 'encode' | 'decode', codec: string): Promise<{ supported?: boolean }> {
  const config = { codec, sampleRate: 48_000, numberOfChannels: 1 };
  return way === 'encode' ? AudioEncoder.isConfigSupported(config) : AudioDecoder.isConfigSupported(config);
}

async function ask(name: string, question: () => Promise<{ supported?: boolean }>): Promise<string> {
  const answer = await within(
    ANSWER_LIMIT_MS,
    question().catch(() => ({ supported: false })),
  );
  return answer.kind === 'in time' && answer.value.supported === true ? name : '';
}

/** What the browser says of recording through Media Capabilities. */
export async function probeEncodingInfo(): Promise<readonly Fact[]> {
  if (!('mediaCapabilities' in navigator)) return [{ name: 'encodingInfo()', value: 'none' }];
  const facts = RECORDED_TYPES.map(async (contentType): Promise<Fact> => {
    const answer = await within(ANSWER_LIMIT_MS, encodingInfo(contentType));
    return {
      name: `encodingInfo() for ${contentType}`,
      value: answer.kind === 'in time' ? answer.value : 'no answer',
    };
  });
  return Promise.all(facts);
}

async function encodingInfo(contentType: string): Promise<string> {
  try {
    const info = await navigator.mediaCapabilities.encodingInfo(
      contentType.startsWith('video/')
        ? { type: 'record', video: { contentType, width: 160, height: 120, framerate: 30, bitrate: 200_000 } }
        : { type: 'record', audio: { contentType, channels: '1', bitrate: 64_000, samplerate: 48_000 } },
    );
    return info.supported ? `supported${info.smooth ? ', smooth' : ''}` : 'not supported';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
