import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import { render } from 'preact';
import { applyChoices } from '../../../shared/screens/shell/device-choices.ts';
import { PanelPage } from '../../app/PanelPage.tsx';
import { readKept } from '../../platform/kept.ts';

applyChoices();
render(<PanelPage kept={await readKept()} />, document.body);
