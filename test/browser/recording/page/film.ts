import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { openFilmstrip } from '../../../../shared/recording/edit/filmstrip.ts';
import { pictureWorth } from '../../../../shared/recording/edit/picture-worth.ts';
import { toMp4 } from '../../../../shared/recording/edit/to-mp4.ts';

let reads = 0;
const readFile = async (name: string) => {
  reads += 1;
  return (await fetch(`/kept/${name}`)).blob();
};

/** Bars and letters; blurred, black, or as they are. */
const draw = (look: 'sharp' | 'blurred' | 'black' | 'white'): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(320, 180);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = look === 'black' ? 'black' : 'white';
  pen.fillRect(0, 0, 320, 180);
  if (look === 'black' || look === 'white') return canvas;
  pen.filter = look === 'blurred' ? 'blur(12px)' : 'none';
  pen.fillStyle = '#446';
  for (let at = 0; at < 20; at++) pen.fillRect(at * 16, (at % 3) * 20, 8, 120);
  pen.font = '40px sans-serif';
  pen.fillText('Exit tickets', 40, 170);
  return canvas;
};

/** What the tests in Node do with pictures and files of takes. */
const film = {
  mp4: async (takes: Take[], name: string) => {
    const shares: number[] = [];
    const mp4 = await toMp4(takes, readFile, { onProgress: (share) => shares.push(share) });
    await fetch(`/kept/${name}`, { method: 'PUT', body: mp4 });
    return { isRising: shares.length > 10, last: shares.at(-1) };
  },
  /** Called off when about a third is done. */
  cancelledMp4: async (takes: Take[]) => {
    const cancel = new AbortController();
    const onProgress = (share: number) => share > 0.3 && cancel.abort();
    return toMp4(takes, readFile, { onProgress, signal: cancel.signal }).then(
      () => 'made',
      (error: DOMException) => error.name,
    );
  },
  strip: async (takes: Take[]) => {
    const strip = openFilmstrip(takes, readFile, { height: 90 });
    const [stays, leaves] = [new AbortController(), new AbortController()];
    const asked = [
      strip.picture(0, 1, stays),
      strip.picture(0, 3, leaves).catch((error: DOMException) => error.name),
      strip.picture(1, 1, stays),
    ] as const;
    leaves.abort();
    const [first, left, second] = await Promise.all(asked);
    const before = reads;
    const isKept = (await strip.picture(0, 1, stays)) === first;
    strip.close();
    return {
      size: [first.width, first.height],
      second: [second.width, second.height],
      left,
      isKept,
      readAgain: reads - before,
    };
  },
  worth: () => ({
    sharp: pictureWorth(draw('sharp')),
    blurred: pictureWorth(draw('blurred')),
    black: pictureWorth(draw('black')),
    white: pictureWorth(draw('white')),
  }),
};

declare global {
  interface Window {
    film: typeof film;
  }
}
window.film = film;
