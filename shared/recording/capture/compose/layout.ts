/** Where the camera stands in a screen's picture: its centre and diameter, as shares of the frame. */
export type Bubble = {
  isOn: boolean;
  /** Of the frame's width. */
  x: number;
  /** Of the frame's height. */
  y: number;
  /** The diameter, of the frame's shorter side. */
  size: number;
};
export type Size = { width: number; height: number };
type Box = Size & { left: number; top: number };

export const bubbleSizes = { least: 0.12, most: 0.6 } as const;

/** Below on the right, where slides and pages have least. */
export const firstBubble: Bubble = { isOn: true, x: 0.88, y: 0.8, size: 0.28 };

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** The same bubble, whole inside the frame. */
export const insideFrame = (bubble: Bubble, frame: Size): Bubble => {
  const size = between(bubbleSizes.least, bubble.size, bubbleSizes.most);
  const radius = (size * Math.min(frame.width, frame.height)) / 2;
  const [acrossX, acrossY] = [radius / frame.width, radius / frame.height];
  return {
    isOn: bubble.isOn,
    size,
    x: between(acrossX, bubble.x, 1 - acrossX),
    y: between(acrossY, bubble.y, 1 - acrossY),
  };
};

/** The square around the bubble, in the frame's pixels. */
export const bubbleBox = (bubble: Bubble, frame: Size): Box => {
  const { x, y, size } = insideFrame(bubble, frame);
  const side = size * Math.min(frame.width, frame.height);
  return { left: x * frame.width - side / 2, top: y * frame.height - side / 2, width: side, height: side };
};

/** Where a picture lies in a frame that shows all of it. */
export const containBox = (picture: Size, frame: Size): Box => {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (frame.width - width) / 2, top: (frame.height - height) / 2, width, height };
};

/** The square in the middle of a picture: what the bubble shows of the camera. */
export const middleSquare = ({ width, height }: Size): Box => {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
};

/** The frame for a screen of this size: at most 1080p, never enlarged; H.264 wants even sides. */
export const frameFor = ({ width, height }: Size): Size => {
  const scale = Math.min(1, 1920 / width, 1080 / height);
  const even = (side: number) => Math.max(2, Math.floor((side * scale + 0.01) / 2) * 2);
  return { width: even(width), height: even(height) };
};
