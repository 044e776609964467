import { AssertionError, thrownBy } from './assertions.ts';
import { claimedOf, needClaims } from './claims.ts';

/** A MIME type in its parts, as they are compared: all in lower case but the codecs. */
export interface MimeType {
  readonly essence: string;
  readonly codecs: readonly string[];
}

/** Takes a MIME type apart; codecs may be quoted or not, as browsers write them both ways. */
export function parseMimeType(text: string): MimeType {
  const [essence = '', ...parameters] = text.split(';').map((part) => part.trim());
  const codecs = parameters.flatMap((parameter) => {
    const [name = '', value = ''] = parameter.split('=', 2);
    if (name.trim().toLowerCase() !== 'codecs') return [];
    return value.replaceAll('"', '').split(',');
  });
  return {
    essence: essence.toLowerCase(),
    codecs: codecs.map((codec) => codec.trim()).filter((codec) => codec !== ''),
  };
}

/** Containers that recorders are known to offer. */
export const CONTAINERS = [
  'video/webm',
  'video/mp4',
  'video/x-matroska',
  'audio/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/mpeg',
] as const;

/**
 * A container that the recorder under test accepts and claims to record, where it does not matter which one. Leaves a
 * case that is about a kind of tracks which it does not claim.
 */
export function someContainer(kind: '' | 'audio' | 'video' = ''): string {
  if (kind !== '') needClaims([kind]);
  const containers = claimedOf(CONTAINERS).filter((type) => type.startsWith(kind));
  const accepted = containers.find(
    (mimeType) => thrownBy(() => new MediaRecorder(new MediaStream(), { mimeType })) === 'nothing',
  );
  if (accepted !== undefined) return accepted;
  throw new AssertionError(`no usual ${kind} container is accepted`, {
    expected: `one of ${containers.join(', ')}`,
    actual: 'none',
  });
}
