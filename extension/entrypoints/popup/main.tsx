import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import './popup.css';
import { render } from 'preact';
import { applyChoices } from '../../../shared/screens/shell/device-choices.ts';
import { readKept } from '../../platform/kept.ts';
import { activeTab } from '../../platform/tab.ts';
import { Popup } from '../../popup/Popup.tsx';

applyChoices();
const [kept, tab] = await Promise.all([readKept(), activeTab()]);
render(<Popup kept={kept} tab={tab} />, document.body);
