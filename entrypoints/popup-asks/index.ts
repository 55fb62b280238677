/**
 * Runs while the popup's document is still read: asks the background at once. Small on purpose, and no module, because modules
 * wait for the whole document.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { firstQuestions } from '../../components/state/first-questions.ts';

export default defineUnlistedScript(() => {
  firstQuestions();
});
