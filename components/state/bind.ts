/** From a scanned, pasted or typed text to a saved account. */
import { send } from '../../utils/platform/send.ts';
import type { ReplyOf, RequestOf } from '../../utils/protocol.ts';
import type { BindDraftView } from '../../utils/views.ts';
import { loadAccounts } from './accounts.ts';
import { site, tabId } from './site.ts';

export type Draft = RequestOf<'bind.check'>['draft'];

/** What one scanned code turned out to be. */
export type Read =
  | { readonly sort: 'draft'; readonly draft: BindDraftView }
  | { readonly sort: 'other'; readonly is: Other };
export type Other =
  | { readonly kind: 'web'; readonly host: string }
  | { readonly kind: 'wifi' | 'contact' | 'text' };

/** @throws Fault `scan/…`. */
export async function scanPage(): Promise<readonly Read[]> {
  const { scanVisibleTab } = await import('../../utils/platform/scan-qr.ts');
  return readAll((await scanVisibleTab()).map(({ text }) => text));
}

export async function scanPicture(picture: Blob): Promise<readonly Read[]> {
  const { scanImage } = await import('../../utils/platform/scan-qr.ts');
  return readAll((await scanImage(picture)).map(({ text }) => text));
}

/** @throws Fault `otp/…`. */
export function readText(text: string): Promise<readonly BindDraftView[]> {
  return send('bind.read', { text: text.trim() });
}

export async function saveDraft(
  draft: Draft,
  bind: boolean,
  replaceAccountId?: string,
): Promise<ReplyOf<'bind.save'>> {
  const added = await send('bind.save', {
    draft,
    ...(bind && tabId.value !== undefined ? { tabId: tabId.value } : {}),
    ...(replaceAccountId === undefined ? {} : { replaceAccountId }),
  });
  if (added.site !== null) site.value = added.site;
  await loadAccounts();
  return added;
}

async function readAll(texts: readonly string[]): Promise<readonly Read[]> {
  const read = await Promise.all([...new Set(texts)].map(readOne));
  const flat = read.flat();
  const drafts = flat.filter(({ sort }) => sort === 'draft');
  // A page often shows other codes beside the one that counts (an app store, a chat): they are not worth a question.
  return drafts.length > 0 ? drafts : flat;
}

async function readOne(text: string): Promise<readonly Read[]> {
  const drafts = await readText(text).catch((error: unknown) => {
    if (/^(otpauth|otpauth-migration|motp|steam):/i.test(text)) throw error;
    return null;
  });
  return drafts?.map((draft) => ({ sort: 'draft', draft }) as const) ?? [{ sort: 'other', is: whatIs(text) }];
}

/** Says what a code that is none of ours holds, so that the user knows which one was seen. */
export function whatIs(text: string): Other {
  if (/^wifi:/i.test(text)) return { kind: 'wifi' };
  if (/^(begin:vcard|mecard:)/i.test(text)) return { kind: 'contact' };
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return { kind: 'text' };
  return { kind: 'web', host: new URL(text).host };
}
