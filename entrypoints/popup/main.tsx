/** The toolbar popup. Asks first; the program that draws the answers loads meanwhile. Where it does not start, the rescue page does. */
import { firstQuestions } from '../../components/state/first-questions.ts';

const program = import('../../components/popup/draw-popup.tsx');
firstQuestions();
try {
  await (await program).drawPopup(document.getElementById('app'));
} catch (error) {
  location.replace('/rescue.html');
  throw error;
}
