import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import { render } from 'preact';
import { applyChoices } from '../../../shared/screens/shell/device-choices.ts';
import { RecorderPage } from '../../app/RecorderPage.tsx';
import { readKept } from '../../platform/kept.ts';

applyChoices();
const asked = new URLSearchParams(location.search).get('group');
render(<RecorderPage kept={await readKept()} asked={asked} />, document.body);
