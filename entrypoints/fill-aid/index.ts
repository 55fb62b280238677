/**
 * Enters a telephone number, an address or a recovery code into the one document that the user chose. Put in only when asked for,
 * so that no page carries it otherwise. It announces nothing and listens to nothing: the background calls it, once.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { entryField } from '../../utils/autofill/entry.ts';
import { fillCode } from '../../utils/platform/dom/fill-code.ts';
import { readPage } from '../../utils/platform/dom/read-page.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';
import type { EntryOrder, EntryOutcome } from '../../utils/platform/fill-aid.ts';

/** Seen by our own scripts only: each extension has a world of its own in a document. */
interface World {
  tallystickEnter?: (order: EntryOrder) => Promise<EntryOutcome>;
}

async function enter({ sort, text, wide, expectOrigin }: EntryOrder): Promise<EntryOutcome> {
  if (location.origin !== expectOrigin || !isSecureContext) return 'wrong-site';
  const { page, elements } = readPage(shadowOf);
  const index = entryField(page, sort);
  const field = index === null ? undefined : elements[index];
  if (field === undefined) return 'no-field';
  const code = wide !== null && wantsWide(field) ? wide : text;
  return fillCode({ code, replaceExisting: true, elements: () => [field] });
}

/** A field that shows a plus, in itself or as its example, wants the number with its country. */
function wantsWide(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && /^\s*\+\d/.test(`${field.value}${field.placeholder}`);
}

export default defineUnlistedScript(() => {
  (globalThis as World).tallystickEnter = enter;
});
