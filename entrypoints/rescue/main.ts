/** The page for when nothing else starts: no framework, no background, and it only reads. Opens the vault and exports it. */
import { backupFileName } from '../../utils/backup/date-text.ts';
import { keptOf } from '../../utils/backup/kept.ts';
import { writePayload } from '../../utils/backup/payload.ts';
import { sealBackupFile } from '../../utils/platform/backup-file.ts';
import { clock } from '../../utils/platform/clock.ts';
import { saveFile } from '../../utils/platform/save-file.ts';
import {
  look,
  openByDevice,
  openByPassphrase,
  openByRecoveryKey,
  type Rescued,
  sealedCopies,
} from './open.ts';
import { language, say, sayFault } from './words.ts';

const root = document.getElementById('rescue') as HTMLElement;
const status = element('p', '', 'fault');
status.setAttribute('role', 'alert');

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function button(text: string, act: () => Promise<void>, className = ''): HTMLButtonElement {
  const made = element('button', text, className);
  made.type = 'button';
  made.addEventListener('click', () => void run(made, act));
  return made;
}

async function run(pressed: HTMLButtonElement, act: () => Promise<void>): Promise<void> {
  pressed.disabled = true;
  status.textContent = '';
  try {
    await act();
  } catch (error) {
    status.textContent = sayFault(error);
  }
  pressed.disabled = false;
}

function passphraseForm(
  label: string,
  verb: string,
  act: (passphrase: string) => Promise<void>,
): HTMLFormElement {
  const form = element('form');
  const field = element('input');
  field.type = 'password';
  field.autocomplete = 'off';
  field.required = true;
  const named = element('label', label);
  named.append(field);
  const submit = element('button', verb);
  form.append(named, submit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(submit, () => act(field.value));
  });
  return form;
}

function saveText(name: string, text: string): void {
  saveFile(name, new TextEncoder().encode(text), 'application/json');
}

const WAYS = {
  passphrase: { label: say('rescue.passphrase'), open: openByPassphrase },
  recovery: { label: say('rescue.recovery'), open: openByRecoveryKey },
};

async function showStart(): Promise<void> {
  const found = await look();
  root.replaceChildren(element('h1', say('rescue.title')), element('p', say('rescue.text')), status);
  if (found.state === 'locked') {
    root.append(
      ...found.opensBy.map((way) =>
        passphraseForm(WAYS[way].label, say('rescue.open'), async (typed) =>
          showOpen(await WAYS[way].open(typed)),
        ),
      ),
    );
  } else if (found.state === 'device') {
    root.append(button(say('rescue.open'), async () => showOpen(await openByDevice())));
  } else root.append(element('p', say(found.state === 'nothing' ? 'rescue.nothing' : 'rescue.unreadable')));
  if (found.state !== 'nothing') root.append(...sealedPart());
}

function sealedPart(): HTMLElement[] {
  const save = async () => saveText('tallystick-sealed-copies.json', await sealedCopies());
  return [
    element('h2', say('rescue.sealedTitle')),
    element('p', say('rescue.sealedText'), 'quiet'),
    button(say('rescue.sealedDo'), save, 'second'),
  ];
}

function damagedPart(damaged: Rescued['damaged']): HTMLElement[] {
  const names = damaged.map(({ name }) => name ?? say('rescue.unnamed')).join(', ');
  return damaged.length === 0 ? [] : [element('p', say('rescue.damaged', { names }), 'fault')];
}

function showOpen({ contents, damaged }: Rescued): void {
  const nowMs = clock.nowMs();
  const kept = keptOf(contents);
  const { accounts } = kept;
  const payload = writePayload(kept, { nowMs, version: 'rescue' });
  const list = element('ul');
  for (const { service, login } of accounts) {
    const row = element('li');
    row.append(element('span', service), element('span', login, 'quiet'));
    list.append(row);
  }
  const seal = passphraseForm(say('rescue.newPassphrase'), say('rescue.saveBackup'), async (passphrase) =>
    saveFile(backupFileName(nowMs), await sealBackupFile(payload, passphrase), 'application/octet-stream'),
  );
  const saveClear = async () => saveText(backupFileName(nowMs).replace(/\.age$/, '.json'), payload);
  root.replaceChildren(
    element('h1', say('rescue.opened', { count: accounts.length })),
    status,
    ...damagedPart(damaged),
    list,
    element('h2', say('rescue.backupTitle')),
    element('p', say('rescue.backupText'), 'quiet'),
    seal,
    element('h2', say('rescue.clearTitle')),
    element('p', say('rescue.clearText'), 'quiet'),
    button(say('rescue.clearDo'), saveClear, 'second'),
    ...sealedPart(),
  );
}

document.documentElement.lang = language;
document.title = say('rescue.page');
showStart().catch((error) => {
  root.replaceChildren(element('h1', say('rescue.title')), element('p', sayFault(error), 'fault'));
});
