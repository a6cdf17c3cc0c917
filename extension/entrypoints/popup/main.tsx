import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import './popup.css';
import { render } from 'preact';
import { applyChoices } from '../../../shared/screens/shell/device-choices.ts';
import { call } from '../../platform/calls.ts';
import { readKept } from '../../platform/kept.ts';
import { activeTab } from '../../platform/tab.ts';
import { Popup } from '../../popup/Popup.tsx';

applyChoices();
const [kept, tab] = await Promise.all([readKept(), activeTab()]);
render(<Popup kept={kept} tab={tab} />, document.body);
// A group that was just joined, or left, or a sign-out elsewhere: the popup hears of it while it is open.
void call('deliver', null);
