/** Plays a recording in a media element, as long as it moves on; says how that ended. */
export async function play(recording: Blob, limitMs: number): Promise<string> {
  const element = document.createElement('video');
  const url = URL.createObjectURL(recording);
  let timer: number | undefined;
  try {
    // Nobody asked for sound; browsers let silent elements play by themselves.
    element.muted = true;
    element.src = url;
    document.body.append(element);
    const over = new Promise<string>((resolve) => {
      element.addEventListener('ended', () => resolve('ended'));
      element.addEventListener('error', () =>
        resolve(`error ${element.error?.code}: ${element.error?.message}`),
      );
      const stuck = (): void => resolve(`still at ${element.currentTime} s of ${element.duration} s`);
      // A busy machine makes long recordings, and plays them late: what moves on is left to play.
      const moved = (): void => {
        clearTimeout(timer);
        timer = setTimeout(stuck, limitMs);
      };
      element.addEventListener('timeupdate', moved);
      moved();
    });
    const refused = element.play().then(
      () => over,
      (error: unknown) => `play() failed: ${String(error)}`,
    );
    return await Promise.race([over, refused]);
  } finally {
    clearTimeout(timer);
    element.remove();
    element.removeAttribute('src');
    element.load();
    URL.revokeObjectURL(url);
  }
}
