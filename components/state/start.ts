/** What happens once when a page of ours opens. */

import { isFault } from '../../utils/fault.ts';
import { onPulse } from '../../utils/platform/send.ts';
import { accounts, forgetAccounts, loadAccounts } from './accounts.ts';
import { startClock } from './clock.ts';
import { firstQuestions } from './first-questions.ts';
import { run } from './run.ts';
import { loadSettings } from './settings.ts';
import { readSite, tabId } from './site.ts';
import { readStatus, status } from './vault.ts';

/** Resolves when there is something to draw. Words, status and accounts are asked for at once. */
export async function start(): Promise<void> {
  startClock();
  listenForPulses();
  await Promise.all([loadSettings(), run(open)]);
}

async function open(): Promise<void> {
  const asked = firstQuestions();
  tabId.value = await asked.tabId;
  await Promise.all([readStatus(asked.status), loadAccounts(asked.page).catch(unlessNotOpen)]);
  // A vault without a passphrase is opened by the first of the two questions, and the second may have come before that.
  if (status.peek()?.state === 'open' && accounts.peek() === null) await loadAccounts();
}

/** After a vault was opened or made. */
export async function opened(): Promise<void> {
  await loadAccounts();
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
    if (about === 'accounts' && status.peek()?.state === 'open') void run(loadAccounts);
    if (about === 'site' && status.peek()?.state === 'open') void run(readSite);
  });
}

async function followVault(): Promise<void> {
  const { state } = await readStatus();
  if (state === 'open') await loadAccounts();
  else forgetAccounts();
}
