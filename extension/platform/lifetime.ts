import { browser } from 'wxt/browser';

/** The first start of this version, and every start of the browser: alarms and menus may be gone by then. */
export const onStart = (listener: () => void): void => {
  browser.runtime.onInstalled.addListener(listener);
  browser.runtime.onStartup.addListener(listener);
};
