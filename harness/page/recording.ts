import type { PageSetup } from '../protocol/index.ts';

/**
 * Sends what a case recorded to be kept beside its result, no more than is taken of it. What cannot be sent is a
 * note and no fault: the case was judged without it.
 */
export async function sendRecording(
  recording: Blob | null,
  { recordings }: Pick<PageSetup, 'recordings'>,
): Promise<readonly string[]> {
  if (recording === null || recordings === undefined) return [];
  const { size, type } = recording;
  const body = size <= recordings.mostBytes ? recording : recording.slice(0, recordings.mostBytes, type);
  try {
    const { ok, status } = await fetch(recordings.url, { method: 'POST', body, cache: 'no-store' });
    if (!ok) return [`its recording was not kept: the server answered ${status}`];
    return size === body.size ? [] : [`of its recording the first ${body.size} of ${size} bytes were kept`];
  } catch (error) {
    return [`its recording was not kept: ${String(error)}`];
  }
}
