/** What happens once when a page of ours opens. */
import { computed } from '@preact/signals';
import { isFault } from '../../utils/fault.ts';
import { onPulse } from '../../utils/platform/send.ts';
import { accounts, forgetAccounts, loadAccounts } from './accounts.ts';
import { startClock } from './clock.ts';
import { firstQuestions } from './first-questions.ts';
import { afterPaint } from './paint.ts';
import { run } from './run.ts';
import { loadSettings } from './settings.ts';
import { explainLast, readSite, tabId } from './site.ts';
import { readStatus, status } from './vault.ts';

/** Words, status and accounts are asked for at once. @param draw is called when there is something to draw. */
export async function start(draw: () => void): Promise<void> {
  startClock();
  listenForPulses();
  await Promise.all([loadSettings(), run(open)]);
  draw();
  // What is not needed for the first frame is asked for after it.
  const isStatusUnknown = accounts.peek() !== null && status.peek() === null;
  if (isStatusUnknown) void afterPaint().then(() => run(lookAround));
}

/** The status asks every copy of the vault. Accounts are there only in an open one, so they are drawn before it comes. */
export const isOpen = computed(() =>
  status.value === null ? accounts.value !== null : status.value.state === 'open',
);

async function open(): Promise<void> {
  const asked = firstQuestions();
  tabId.value = await asked.tabId;
  await loadAccounts(asked.page).catch(unlessNotOpen);
  if (accounts.peek() !== null) return;
  await readStatus();
  // A vault without a passphrase is opened by that question.
  if (isOpen.peek()) await loadAccounts();
}

async function lookAround(): Promise<void> {
  await readStatus();
  await explainLast();
}

/** After a vault was opened or made. Drawn with what is known; the status, which asks every copy, follows the paint. */
export async function opened(): Promise<void> {
  await loadAccounts();
  const before = status.peek();
  if (before !== null) status.value = { ...before, state: 'open' };
  void afterPaint().then(() => run(readStatus));
}

/** Accounts are asked for before it is known that there are any to see. */
function unlessNotOpen(error: unknown): void {
  if (isFault(error) && ['vault/locked', 'vault/absent', 'vault/damaged', 'vault/newer'].includes(error.code))
    return;
  throw error;
}

function listenForPulses(): void {
  onPulse((about) => {
    if (about === 'vault') void run(followVault);
    // What could not be saved before may have been saved just now.
    if (about === 'accounts' && isOpen.peek())
      void run(status.peek()?.storageFault ? followVault : loadAccounts);
    if (about === 'site' && isOpen.peek()) void run(readSite);
  });
}

async function followVault(): Promise<void> {
  const { state } = await readStatus();
  if (state === 'open') await loadAccounts();
  else forgetAccounts();
}
