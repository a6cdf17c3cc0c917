import type { Picture } from './filmstrip.ts';

const width = 96;
const height = 54;

const lightOf = (picture: Picture): Float64Array => {
  const small = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!small) return new Float64Array(width * height);
  small.drawImage(picture, 0, 0, width, height);
  const { data } = small.getImageData(0, 0, width, height);
  // Rec. 709 luma, 0 to 255.
  return Float64Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * at, 4 * at + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
};

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much neighbouring points differ from what lies between them: little where a picture is blurred or empty. */
const detailOf = (light: Float64Array): number => {
  let sum = 0;
  for (let at = width; at < light.length - width; at++) {
    const around =
      (light[at - 1] ?? 0) + (light[at + 1] ?? 0) + (light[at - width] ?? 0) + (light[at + width] ?? 0);
    sum += Math.abs(4 * (light[at] ?? 0) - around);
  }
  return sum / light.length;
};

/** How well a picture would stand for a demo: sharp rather than blurred, and neither black nor white. */
export const pictureWorth = (picture: Picture): number => {
  const light = lightOf(picture);
  const middle = mean(light);
  const isSeen = Math.min(1, middle / 48, (255 - middle) / 48);
  return detailOf(light) * Math.max(0, isSeen);
};
