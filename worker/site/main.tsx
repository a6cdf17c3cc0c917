import '../../shared/ui/tokens.css';
import '../../shared/ui/base.css';
import { render } from 'preact';
import { rememberReading } from '../../shared/screens/shell/arrive.ts';
import { applyChoices } from '../../shared/screens/shell/device-choices.ts';
import { openPage } from './open-page.ts';
import { Page } from './Page.tsx';
import { preloadScreen } from './screens.ts';

applyChoices();
rememberReading();
preloadScreen(location.pathname);
const root = document.getElementById('root');
if (root) render(<Page page={openPage()} />, root);

// Once the page is there: keeping it for later takes nothing from opening it now.
addEventListener('load', () => {
  navigator.serviceWorker?.register('/service-worker.js').catch(console.info);
});
