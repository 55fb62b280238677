/**
 * Runs while the popup's document is still read: asks the background at once, and leads to the rescue page when the program
 * that draws the answers does not start. Small on purpose, and no module, because modules wait for the whole document.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { firstQuestions } from '../../components/state/first-questions.ts';
import { watchStart } from '../../components/state/start-watch.ts';

export default defineUnlistedScript(() => {
  watchStart();
  firstQuestions();
});
