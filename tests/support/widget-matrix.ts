/**
 * The fill matrix, for any browser: each widget is opened, the extension is asked for the code, and then the framework's own
 * state, the practice server and the rest of the page are looked at.
 */
import type { User } from '../site/world.ts';
import { WIDGETS, type Widget } from './widget-list.ts';

/** One tab of one browser. Expressions run in the page. */
export interface WidgetTab {
  open(path: string): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until it is true. */
  until(expression: string): Promise<void>;
  clickVerify(): Promise<void>;
  /** Asks for the code as the popup's button does. @returns `filled`, or the code of the fault. */
  fill(): Promise<string>;
}

interface Practice {
  readonly state: string;
  readonly sent: readonly string[];
  readonly strayed: number;
}

const PRACTICE = '({ state: practice.state, sent: practice.sent, strayed: practice.strayed })';
const STRAYS = `[...document.querySelectorAll('[data-stray]')].map(({ value }) => value).join('')`;

/** @returns what went wrong, by widget; empty when every one holds and sent the right code, once. */
export async function walkWidgets(tab: WidgetTab, user: User, only = WIDGETS): Promise<string[]> {
  const failed: string[] = [];
  for (const widget of only) {
    const before = user.codesAccepted;
    const problem = await walk(tab, widget, user).catch((error: Error) => error.message.split('\n')[0]);
    const accepted = user.codesAccepted - before;
    if (problem !== null) failed.push(`${widget.id}: ${problem}`);
    else if (accepted !== 1) failed.push(`${widget.id}: the server accepted ${accepted} codes`);
  }
  return failed;
}

async function walk(tab: WidgetTab, widget: Widget, user: User): Promise<string | null> {
  await tab.open(`/widgets/${widget.id}?as=${user.name}`);
  await tab.until('window.practice?.ready');
  const outcome = await tab.fill();
  const filled = await tab.evaluate<Practice>(PRACTICE);
  if (outcome !== 'filled') return `${outcome}, the framework holds ${shape(filled.state)}`;
  if (!/^\d{6}$/.test(filled.state)) return `said filled, and the framework holds ${shape(filled.state)}`;
  if (widget.sends === 'button') {
    if (filled.sent.length > 0) return 'sent before anybody pressed the button';
    await tab.clickVerify();
  }
  await tab.until('window.practice.accepted');
  const after = await tab.evaluate<Practice>(PRACTICE);
  if (after.sent.length !== 1) return `sent ${after.sent.length} times`;
  if (after.strayed > 0) return `${after.strayed} events in fields that are no part of it`;
  const strays = await tab.evaluate<string>(STRAYS);
  return strays === '' ? null : 'something was typed elsewhere';
}

/** Codes stay out of reports. */
const shape = (text: string) => `"${text.replace(/\d/g, '#')}"`;
