import { type Bubble, bubbleBox, containBox, middleSquare, type Size } from './layout.ts';

type Canvas = OffscreenCanvasRenderingContext2D;

const sizeOf = ({ displayWidth, displayHeight }: VideoFrame): Size => ({
  width: displayWidth,
  height: displayHeight,
});

const drawScreen = (canvas: Canvas, screen: VideoFrame, frame: Size): void => {
  const { left, top, width, height } = containBox(sizeOf(screen), frame);
  // Of a window that became another shape, the margins would keep what was there.
  if (left > 0 || top > 0) canvas.clearRect(0, 0, frame.width, frame.height);
  canvas.drawImage(screen, left, top, width, height);
};

const drawBubble = (canvas: Canvas, camera: VideoFrame, bubble: Bubble, frame: Size): void => {
  const from = middleSquare(sizeOf(camera));
  const to = bubbleBox(bubble, frame);
  const radius = to.width / 2;
  canvas.save();
  canvas.beginPath();
  canvas.arc(to.left + radius, to.top + radius, radius, 0, 2 * Math.PI);
  canvas.clip();
  canvas.drawImage(
    camera,
    from.left,
    from.top,
    from.width,
    from.height,
    to.left,
    to.top,
    to.width,
    to.height,
  );
  canvas.restore();
};

/** A screen's picture, and the camera's in its bubble over it. */
export const drawFrame = (
  canvas: Canvas,
  frame: Size,
  screen: VideoFrame,
  camera: VideoFrame | null,
  bubble: Bubble,
): void => {
  drawScreen(canvas, screen, frame);
  if (camera && bubble.isOn) drawBubble(canvas, camera, bubble, frame);
};
