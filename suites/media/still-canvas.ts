import '../../fixtures/dom-additions.ts';
import { drawFrameNumber } from '../../fixtures/streams/codes/frame-picture.ts';
import { DEFAULT_SIZE } from '../../fixtures/streams/sources/source.ts';

/** A canvas that shows one frame number and no other. */
export interface StillCanvas {
  readonly stream: MediaStream;
  readonly number: number;
  readonly draw: () => void;
  readonly stop: () => void;
}

const NUMBER = 1_234;

/** Makes a canvas that is drawn once, or again on each animation frame with the same picture. */
export function stillCanvas(again: boolean): StillCanvas {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, DEFAULT_SIZE);
  canvas.style.cssText = 'position: fixed; left: 0; top: 0';
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('A new canvas gave no 2D context');
  let animation = 0;
  drawFrameNumber(context, NUMBER);
  const stream = canvas.captureStream(30);
  const draw = (): void => {
    drawFrameNumber(context, NUMBER);
    if (again) animation = requestAnimationFrame(draw);
  };
  return {
    stream,
    number: NUMBER,
    draw,
    stop: () => {
      cancelAnimationFrame(animation);
      for (const track of stream.getTracks()) track.stop();
      canvas.remove();
    },
  };
}
