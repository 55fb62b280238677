/**
 * The gate: all that runs on a granted site until something there may take a code. It says so once, and the background then
 * puts `fill-page` into this document. An unlisted script, because WXT's content scripts announce themselves to the page.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isTypedField, mightHoldCode } from '../../utils/platform/dom/hints.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';
import { watchPage } from '../../utils/platform/dom/watch-page.ts';
import { send } from '../../utils/platform/send.ts';

export default defineUnlistedScript(() => {
  const stop = new AbortController();
  watchPage((focused) => {
    // After an update of the extension this script is an orphan and can reach nobody.
    if (browser.runtime?.id === undefined) return stop.abort();
    if (!isTypedField(focused) && !mightHoldCode(shadowOf)) return;
    stop.abort();
    send('field.found', { fieldId: '', shape: 'hint', strength: 'hint' }).catch(() => undefined);
  }, stop.signal);
});
