/** What is said in a demo, on its own time: one channel, 16,000 samples a second, which is what recognisers take. */
export type Speech = Float32Array<ArrayBuffer>;
export const speechRate = 16_000;
