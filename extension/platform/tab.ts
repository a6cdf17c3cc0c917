import { browser } from 'wxt/browser';

/** The tab that the button was pressed on. `address` is the browser's word, not the page's. */
export type Tab = { id: number; windowId: number; address: string; title: string };

export const activeTab = async (): Promise<Tab | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, windowId: tab.windowId, address: tab.url ?? '', title: tab.title ?? '' };
};

/** A page of ours, or of the connected Chalkloop, in a tab of its own. */
export const openTab = async (address: string): Promise<void> => {
  await browser.tabs.create({ url: address });
};

/** To be called in the click itself: after any `await` the browser takes it for the page's own wish. */
export const openPanel = (windowId: number): Promise<void> => browser.sidePanel.open({ windowId });
