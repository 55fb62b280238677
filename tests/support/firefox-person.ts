/** A person in front of the Firefox build: the acts of the main job, by the words on the buttons, in any view of ours. */
import type { FirefoxPopup, FirefoxTab } from './firefox.ts';
import { PASSPHRASE } from './person.ts';
import { wordsIn } from './words.ts';

/** A tab, or the real popup, which the browser's protocol does not list. */
export type View = Pick<FirefoxTab, 'evaluate' | 'until'>;

const say = wordsIn('en');
const quoted = (text: string) => JSON.stringify(text);

/** What can be pressed, by its name as a screen reader says it; the name of a choice goes on with what it does. */
const pressable = (name: string) => `[...document.querySelectorAll('button')].find((one) =>
  one.checkVisibility() && !one.disabled && ((one.ariaLabel ?? one.textContent.trim()) === ${quoted(name)} ||
    (one.matches('.choice') && one.textContent.includes(${quoted(name)}))))`;

const labelled = (
  label: string,
) => `[...document.querySelectorAll('input,textarea')].find((one) => one.checkVisibility() &&
  (one.ariaLabel === ${quoted(label)} || [...one.labels ?? []].some((its) => its.textContent.trim().startsWith(${quoted(label)}))))`;

export async function presses(view: View, key: string, values?: Parameters<typeof say>[1]): Promise<void> {
  const button = pressable(say(key, values));
  await view.until(button);
  await view.evaluate(`void ${button}.click()`);
}

/** For what the browser allows in a person's click only. */
export async function pressesAsPerson(popup: FirefoxPopup, key: string): Promise<void> {
  const button = pressable(say(key));
  await popup.until(button);
  await popup.act(`void ${button}.click()`);
}

/** As typing does: the page hears of it by an event. */
export async function writes(view: View, key: string, text: string): Promise<void> {
  const field = labelled(say(key));
  await view.until(field);
  await view.evaluate(
    `(() => { const field = ${field}; field.value = ${quoted(text)}; field.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );
}

export async function reads(view: View, key: string, values?: Parameters<typeof say>[1]): Promise<void> {
  await view.until(`document.body.innerText.includes(${quoted(say(key, values))})`);
}

/** The code in the list, without its gap. */
export async function readsCode(view: View): Promise<string> {
  await view.until(`document.querySelector('[data-row] .code')`);
  const shown = await view.evaluate<string>(`document.querySelector('[data-row] .code').textContent`);
  return shown.replace(/\D/g, '');
}

export async function createsVault(view: View): Promise<void> {
  await writes(view, 'first.choose', PASSPHRASE);
  await writes(view, 'first.repeat', PASSPHRASE);
  await presses(view, 'first.create');
  await reads(view, 'popup.emptyTitle');
}

export async function createsDeviceVault(view: View): Promise<void> {
  await presses(view, 'first.device');
  await presses(view, 'first.deviceDo');
  await reads(view, 'popup.emptyTitle');
}

export async function unlocks(view: View): Promise<void> {
  await writes(view, 'locked.label', PASSPHRASE);
  await presses(view, 'locked.unlock');
}

/** From the empty vault. The account belongs to the site of the tab under the popup. */
export async function binds(view: View, address: string): Promise<void> {
  await presses(view, 'popup.emptyType');
  await presses(view, 'bind.paste');
  await writes(view, 'bind.pasteLabel', address);
  await presses(view, 'bind.pasteRead');
  await presses(view, 'bind.save');
  await view.until(labelled(say('popup.search')));
}
