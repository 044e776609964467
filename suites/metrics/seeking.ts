/** How long an element may take to load a small file or to seek in it; one that takes longer cannot do it. */
const ELEMENT_MS = 5_000;

/** Whether a media element knows how long a file is and comes to its middle. */
export async function seeks(file: Blob): Promise<boolean> {
  const element = document.createElement(file.type.startsWith('audio/') ? 'audio' : 'video');
  const url = URL.createObjectURL(file);
  try {
    element.muted = true;
    element.preload = 'auto';
    element.src = url;
    if (!(await fires(element, 'loadeddata'))) return false;
    const { duration, seekable } = element;
    if (!Number.isFinite(duration) || seekable.length === 0 || seekable.end(0) < duration / 2) return false;
    const sought = fires(element, 'seeked');
    element.currentTime = duration / 2;
    return (await sought) && Math.abs(element.currentTime - duration / 2) < duration / 4;
  } finally {
    element.removeAttribute('src');
    element.load();
    URL.revokeObjectURL(url);
  }
}

function fires(element: HTMLMediaElement, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ELEMENT_MS);
    const settle = (fired: boolean) => () => {
      clearTimeout(timer);
      resolve(fired);
    };
    element.addEventListener(name, settle(true), { once: true });
    element.addEventListener('error', settle(false), { once: true });
  });
}
