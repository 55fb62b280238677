/** Sends the form after the next fill, for accounts whose user chose that. Put in by the background right before the code. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageWorld } from '../../utils/platform/dom/page-world.ts';
import { armSubmit } from '../../utils/platform/dom/submit-form.ts';

export default defineUnlistedScript(() => {
  (globalThis as PageWorld).tallystickSubmit = armSubmit();
});
