/** The toolbar popup. Asks first; the program that draws the answers loads meanwhile. */
import { firstQuestions } from '../../components/state/first-questions.ts';

const program = import('../../components/popup/draw-popup.tsx');
firstQuestions();
await (await program).drawPopup(document.getElementById('app'));
