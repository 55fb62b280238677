/** The toolbar popup. Asks first, draws when there is something to draw. */
import { render } from 'preact';
import { PopupApp } from '../../components/popup/popup-app.tsx';
import { start } from '../../components/state/start.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('the popup page has no root');
await start();
render(<PopupApp />, root);
