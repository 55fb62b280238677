/** The pointing itself: by mouse, touch or keyboard, by a person's own acts only; the page gets to see none of them. */
import { pathPattern } from '../../utils/autofill/field-rule.ts';
import { taughtField } from '../../utils/platform/dom/selector.ts';
import type { RequestOf } from '../../utils/protocol.ts';
import { type Choice, choiceAt, readChoices, together } from './choices.ts';
import { type Act, createPanel, type Words } from './panel.ts';

type Told = Omit<RequestOf<'teach.done'>, 'nonce'>;
interface Ends {
  /** The panel is in the top document; frames draw only around their fields. */
  readonly isTop: boolean;
  done(told: Told): void;
  ended(): void;
}
export interface Pointing {
  stop(): void;
}

const SWALLOWED = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click'];
const FAREWELL_MS = 6000;

export function startPointing(words: Words, { isTop, done, ended }: Ends): Pointing {
  const over = new AbortController();
  const panel = createPanel(isTop);
  let choices = readChoices();
  let hovered: Choice | null = null;
  let picked: Choice[] = [];
  /** Set while the user is asked whether to insist: then keys belong to the buttons. */
  let asking = false;
  /** The last word stays for a while. */
  let kept = false;

  const say = (key: string) => words[key] ?? '';
  const cancel: Act = { label: say('cancel'), run: () => finish(ended) };
  const draw = () =>
    panel.outline(
      picked.flatMap(({ elements }) => elements),
      hovered?.elements ?? [],
    );

  function finish(tell: () => void): void {
    over.abort();
    panel.remove();
    tell();
  }

  function begin(): void {
    asking = false;
    picked = [];
    if (isTop) {
      const text = choices.length === 0 ? say('none') : inOneLine(say('text'), say('keys'));
      panel.tell({ title: say('title'), text, acts: [cancel] });
    }
    draw();
  }

  function hover(choice: Choice | null): void {
    if (choice === hovered) return;
    hovered = choice;
    draw();
  }

  function pick(choice: Choice, collects: boolean): void {
    // A row comes whole: who goes on to collect its boxes one by one means it still.
    const takesBack = collects && picked.includes(choice) && choice.elements.length === 1;
    picked = takesBack ? picked.filter((one) => one !== choice) : [...new Set([...picked, choice])];
    hovered = null;
    draw();
    if (collects) return;
    const whole = together(picked);
    if (whole === null) return;
    if (whole.refusal === null) keep(whole, null);
    else ask(whole, whole.refusal);
  }

  function ask(whole: Choice, refusal: string): void {
    asking = true;
    const insist = { label: say('insist'), run: () => keep(whole, refusal) };
    const again = { label: say('again'), isMain: true, run: begin };
    const text = inOneLine(say(`why.${refusal}`), say('doubtText'));
    panel.tell({ title: say('doubt'), text, acts: [again, insist, cancel] }, true);
  }

  function keep(whole: Choice, insistedOn: string | null): void {
    const [first, ...others] = whole.elements;
    if (first === undefined) return;
    kept = true;
    over.abort();
    panel.outline([first, ...others], []);
    panel.tell({
      title: say('kept'),
      text: say('keptText'),
      acts: [{ label: say('close'), isMain: true, run: panel.remove }],
    });
    setTimeout(panel.remove, FAREWELL_MS);
    const fields = whole.elements.map((element) => taughtField(element, whole.label));
    done({ path: pathPattern(location.pathname), shape: whole.shape, fields, insistedOn });
  }

  function step(by: number): void {
    const at = hovered === null ? (by > 0 ? -1 : 0) : choices.indexOf(hovered);
    const next = choices[(at + by + choices.length) % choices.length];
    if (next === undefined) return;
    next.elements[0]?.scrollIntoView({ block: 'nearest' });
    hover(next);
    const { label } = next;
    if (isTop) panel.tell({ title: label || say('unnamed'), text: say('keys'), acts: [cancel] });
  }

  function key(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const acts: Readonly<Record<string, () => void>> = {
      Escape: () => finish(ended),
      Tab: () => step(event.shiftKey ? -1 : 1),
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => hovered !== null && pick(hovered, event.shiftKey),
    };
    const act = acts[event.key];
    if (act === undefined || (asking && event.key !== 'Escape')) return;
    swallow(event);
    act();
  }

  /** What the page drew anew meanwhile is read anew. */
  function at({ clientX, clientY }: MouseEvent): Choice | null {
    const isStale = choices.some(({ elements }) => elements.some((element) => !element.isConnected));
    if (isStale || choices.length === 0) choices = readChoices();
    return choiceAt(choices, clientX, clientY);
  }

  function listen(): void {
    const listening = { capture: true, passive: false, signal: over.signal };
    const pointed = (event: PointerEvent) => {
      if (event.isTrusted && !asking && !panel.owns(event)) hover(at(event));
    };
    const pressed = (event: Event) => {
      if (panel.owns(event)) return;
      swallow(event);
      if (event.type !== 'click' || !event.isTrusted || asking) return;
      const choice = at(event as MouseEvent);
      if (choice !== null) pick(choice, (event as MouseEvent).shiftKey);
    };
    addEventListener('pointermove', pointed, listening);
    for (const type of SWALLOWED) addEventListener(type, pressed, listening);
    addEventListener('keydown', key, listening);
    for (const type of ['scroll', 'resize']) addEventListener(type, draw, { ...listening, passive: true });
  }

  listen();
  begin();
  return {
    stop() {
      over.abort();
      if (!kept) panel.remove();
    },
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Chinese sentences follow one another without a space. */
function inOneLine(first: string, second: string): string {
  return /[。！？]$/.test(first) ? first + second : `${first} ${second}`;
}
