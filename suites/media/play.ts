/** Plays a recording in a media element; says how that ended. */
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
      timer = setTimeout(
        () => resolve(`still at ${element.currentTime} s of ${element.duration} s`),
        limitMs,
      );
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
