import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clipPage } from '../clip/clip-page.ts';

/** Injected into the tab whose toolbar button was pressed; its value is what `executeScript` answers. */
export default defineUnlistedScript(() => clipPage(document));
