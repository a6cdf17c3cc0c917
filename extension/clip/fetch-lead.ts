import * as z from 'zod/mini';

export const leadSide = 1_200;
export const leadBytes = 300 * 1024;

/** A JPEG as it crosses from the page: base64 is a third longer than the bytes. */
export const LeadPicture = z
  .string()
  .check(z.regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/), z.maxLength(leadBytes * 1.4));

/**
 * The page's own picture, asked for in the page, as the teacher's browser would: its cache, its origin, its
 * CORS. At most `side` pixels and `bytes` large; null when it cannot be had or shows too little. Injected as it
 * stands, so it uses nothing but its arguments.
 */
export const fetchLead = async (address: string, side: number, bytes: number): Promise<string | null> => {
  try {
    const response = await fetch(address, { cache: 'force-cache', signal: AbortSignal.timeout(4_000) });
    if (!response.ok) return null;
    const picture = await createImageBitmap(await response.blob());
    const longest = Math.max(picture.width, picture.height);
    if (longest < 120) return null;
    const scale = Math.min(1, side / longest);
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    // JPEG has no transparency: without this it would be black.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    for (const quality of [0.82, 0.65, 0.45]) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size > bytes) continue;
      const content = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (const byte of content) binary += String.fromCharCode(byte);
      return `data:image/jpeg;base64,${btoa(binary)}`;
    }
    return null;
  } catch {
    // Another origin that does not share it, no network, no picture: a clip is as good without.
    return null;
  }
};
