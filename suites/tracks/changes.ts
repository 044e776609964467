import type { Context, TracedRecorder } from '../kit/index.ts';

/** The changes of a stream's track set that end a recording. */
export const CHANGES = ['add-video', 'add-audio', 'remove'] as const;

/** What a recorder is doing when its stream changes. */
export const FROM = ['recording', 'paused'] as const;

/** Changes the track set of a recorder's stream. */
export async function change(
  t: Context,
  { stream }: TracedRecorder,
  how: (typeof CHANGES)[number],
): Promise<() => void> {
  const [first] = stream.getTracks();
  if (first === undefined) throw new Error('the stream of the recording has no track');
  if (how === 'remove') return () => stream.removeTrack(first);
  const [more] = (await t.source(how === 'add-audio' ? 'tone' : 'canvas')).stream.getTracks();
  if (more === undefined) throw new Error('the other stream has no track');
  return () => stream.addTrack(more);
}

/** A recorder of both kinds of track that is recording or paused. */
export async function busy(t: Context, from: (typeof FROM)[number]): Promise<TracedRecorder> {
  const recorder = await t.recording('both');
  if (from === 'paused') {
    recorder.pause();
    await recorder.event('pause');
  }
  return recorder;
}
