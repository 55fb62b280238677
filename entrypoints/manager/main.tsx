/** The full page: everything that does not fit beside a field. */
import { render } from 'preact';
import { ManagerApp } from '../../components/manager/manager-app.tsx';
import { start } from '../../components/state/start.ts';
import { managerWords } from '../../components/text/manager-words.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('the manager page has no root');
await managerWords();
await start(() => render(<ManagerApp />, root));
