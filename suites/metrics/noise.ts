/** A canvas that no encoder can foresee, so that its bitrate is the encoder's choice and not the picture's. */
export interface Noise {
  readonly stream: MediaStream;
  readonly stop: () => void;
}

const SIZE = { width: 160, height: 120 } as const;

/** Draws fresh noise on each animation frame. */
export function noisyCanvas(): Noise {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  canvas.style.cssText = 'position: fixed; left: 0; top: 0';
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('A new canvas gave no 2D context');
  const image = context.createImageData(SIZE.width, SIZE.height);
  const draw = (): void => {
    for (let at = 0; at < image.data.length; at += 4) {
      const grey = Math.random() * 256;
      image.data.fill(grey, at, at + 3);
      image.data[at + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  };
  draw();
  const stream = canvas.captureStream(30);
  let animation = requestAnimationFrame(function animate() {
    draw();
    animation = requestAnimationFrame(animate);
  });
  return {
    stream,
    stop: () => {
      cancelAnimationFrame(animation);
      for (const track of stream.getTracks()) track.stop();
      canvas.remove();
    },
  };
}
