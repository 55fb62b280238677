/**
 * The page that opens a backup when nothing of Tallystick is left: one file, no network, no storage. It is built into a single
 * HTML file by `tests/tools/offline-page.ts` and saved beside the backups.
 */
import { needsRecoveryKey } from '../../utils/backup/age-header.ts';
import { readPayload } from '../../utils/backup/read-payload.ts';
import { openBackup } from '../../utils/backup/seal.ts';
import { element } from './element.ts';
import { secretOf } from './shares.ts';
import { showBackup } from './show.ts';
import { language, say, sayFault } from './words.ts';

const root = document.getElementById('open') as HTMLElement;
const status = element('p', '', 'fault');
status.setAttribute('role', 'alert');

const file = element('input');
file.type = 'file';
const secret = element('input');
secret.type = 'password';
secret.autocomplete = 'off';
secret.spellcheck = false;
const secretLabel = element('span', say('opener.secret'));
const button = element('button', say('opener.open'));

function labelled(text: HTMLElement, input: HTMLElement): HTMLLabelElement {
  const label = element('label');
  label.append(text, input);
  return label;
}

async function picked(): Promise<Uint8Array | null> {
  const chosen = file.files?.[0];
  return chosen === undefined ? null : new Uint8Array(await chosen.arrayBuffer());
}

/** A file that is no backup is told when it is opened. */
function asksForKey(bytes: Uint8Array): boolean {
  try {
    return needsRecoveryKey(bytes);
  } catch {
    return false;
  }
}

async function open(): Promise<void> {
  const bytes = await picked();
  if (bytes === null || secret.value === '') {
    status.textContent = say('opener.both');
    return;
  }
  status.textContent = '';
  button.disabled = true;
  button.textContent = say('opener.opening');
  // The words are drawn before the heavy work begins.
  await new Promise((drawn) => setTimeout(drawn, 50));
  try {
    const given = asksForKey(bytes) ? await secretOf(secret.value) : { secret: secret.value };
    if ('wanted' in given) {
      secret.value = '';
      secret.focus();
      status.textContent = given.wanted;
      return;
    }
    const backup = readPayload(await openBackup(bytes, given.secret));
    secret.value = '';
    root.replaceChildren(...showBackup(backup));
  } catch (error) {
    status.textContent = sayFault(error);
  } finally {
    button.disabled = false;
    button.textContent = say('opener.open');
  }
}

const form = element('form');
form.append(labelled(element('span', say('opener.file')), file), labelled(secretLabel, secret), button);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void open();
});
file.addEventListener('change', async () => {
  const bytes = await picked();
  status.textContent = '';
  if (bytes === null) return;
  secretLabel.textContent = asksForKey(bytes) ? say('opener.key') : say('opener.passphrase');
  secret.focus();
});

document.documentElement.lang = language;
document.title = say('opener.title');
root.append(
  element('h1', say('opener.title')),
  element('p', say('opener.text')),
  form,
  status,
  element('p', say('opener.safe'), 'quiet'),
);
