/**
 * Runs while the popup's document is still read: asks the background at once. Small on purpose, and no module, because modules
 * wait for the whole document.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { firstQuestions } from '../../components/state/first-questions.ts';

/** A popup that starts is there long before: nothing is fetched then. */
const WATCH_AFTER_MS = 1000;

function watchTheStart(): void {
  if (document.getElementById('popup')?.childElementCount !== 0) return;
  const watch = document.createElement('script');
  watch.src = '/did-not-start.js';
  document.head.append(watch);
}

export default defineUnlistedScript(() => {
  firstQuestions();
  setTimeout(watchTheStart, WATCH_AFTER_MS);
});
