import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ClipDraft } from '../../../extension/clip/clip-draft.ts';
import { extensionDir } from '../../../scripts/build/parts.ts';

/**
 * What the built clipper answers on a page, run as `executeScript` runs it: in an isolated world, by its last
 * value. Parsed as the popup parses it.
 */
export const clipTab = async (page: Page): Promise<ClipDraft> => {
  const expression = await readFile(join(extensionDir, 'clip-page.js'), 'utf8');
  const cdp = await page.createCDPSession();
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'clip',
  });
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return ClipDraft.parse(result.value);
};
