import { browser } from 'wxt/browser';

declare module 'wxt/browser' {
  /** What `public/_locales` holds for here; the manifest reads the rest. */
  interface WxtI18n {
    getMessage(name: 'clip'): string;
  }
}

const id = 'clip';

/** In the page's context menu. The browser keeps it, so it is made anew rather than added to. */
export const makeMenu = async (): Promise<void> => {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id, title: browser.i18n.getMessage('clip'), contexts: ['page'] });
};

/** Opens the toolbar button's popup; the click in the menu lets it into the page just as well. */
export const onMenu = (): void =>
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === id) void browser.action.openPopup();
  });
