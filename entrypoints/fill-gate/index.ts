/**
 * The gate: all that runs on a granted site until something there may take a code. It says so once, and the background then
 * puts `fill-page` into this document. An unlisted script, because WXT's content scripts announce themselves to the page.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isTypedField, watchHints } from '../../utils/platform/dom/hints.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';
import { watchPage } from '../../utils/platform/dom/watch-page.ts';
import { tell } from '../../utils/platform/tell.ts';

export default defineUnlistedScript(() => {
  const stop = new AbortController();
  const mightHoldCode = watchHints(shadowOf);
  watchPage((focused) => {
    // After an update of the extension this script is an orphan and can reach nobody.
    if (browser.runtime?.id === undefined) return stop.abort();
    if (!isTypedField(focused) && !mightHoldCode()) return;
    stop.abort();
    tell('field.found', { fieldId: '', shape: 'hint', strength: 'hint' });
  }, stop.signal);
});
