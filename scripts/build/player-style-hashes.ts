import { createHash } from 'node:crypto';

type Templated = { getTemplateHTML?: (attributes: object, props: object) => string };

/**
 * `sha256-…` of every style block that the player's elements write into their shadow trees: the page's policy
 * allows these and no other. Outside of a browser media-chrome defines its elements on a stand-in, which is
 * listened to here, so that elements brought along by others are not forgotten.
 */
export const playerStyleHashes = async (): Promise<string[]> => {
  const defined: Templated[] = [];
  const shim = await import('media-chrome/dist/utils/server-safe-globals.js');
  Object.assign(shim.globalThis.customElements, {
    define: (_name: string, element: Templated) => defined.push(element),
  });
  await import('../../shared/ui/player/controls.ts');
  const blocks = defined
    .map((element) => element.getTemplateHTML?.({}, {}) ?? '')
    .flatMap((html) => [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)])
    .map(([, style = '']) => style);
  if (blocks.length === 0)
    throw new Error('media-chrome no longer writes its styles in a way that is known here');
  const hashes = blocks.map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
  return [...new Set(hashes)].sort();
};
