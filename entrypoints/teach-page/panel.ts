/** What is drawn while the user points: frames around fields and one panel of words, in a closed shadow root on top of all. */
import { style } from '../../utils/platform/dom/mark.ts';

export type Words = Readonly<Record<string, string>>;
export interface Act {
  readonly label: string;
  readonly isMain?: boolean;
  readonly run: () => void;
}
export interface Told {
  readonly title: string;
  readonly text: string;
  readonly acts: readonly Act[];
}

export interface Panel {
  /** Whether an event happened on us and not on the page. */
  owns(event: Event): boolean;
  /** Draws around these, the hovered ones dashed. */
  outline(picked: readonly HTMLElement[], hovered: readonly HTMLElement[]): void;
  /** With the focus on its first act where the user has to decide. */
  tell(told: Told, takesFocus?: boolean): void;
  remove(): void;
}

const PAD = 4;

function colours() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  // The tokens of `components/theme.css`: a page's style sheets must not reach in here, so they are written out.
  return dark
    ? {
        ground: '#1d2221',
        text: '#eceeea',
        soft: '#a9b3ad',
        line: '#6d7773',
        strong: '#62cbb2',
        onStrong: '#06231d',
      }
    : {
        ground: '#ffffff',
        text: '#1b211f',
        soft: '#555e59',
        line: '#8f958f',
        strong: '#0d6b5b',
        onStrong: '#ffffff',
      };
}

const FONT = '14px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif';

function make(tag: string, values: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(tag);
  style(made, { all: 'initial', 'box-sizing': 'border-box', font: FONT, ...values });
  made.textContent = text;
  return made;
}

export function createPanel(hasWords: boolean): Panel {
  const host = document.createElement('div');
  const shown = { position: 'fixed', inset: '0', width: '100vw', height: '100vh', 'max-width': 'none' };
  style(host, { all: 'initial', ...shown, 'max-height': 'none', 'z-index': '2147483647' });
  style(host, { margin: '0', padding: '0', border: '0', background: 'transparent', overflow: 'visible' });
  style(host, { display: 'block', 'pointer-events': 'none' });
  const root = host.attachShadow({ mode: 'closed' });
  const frames = make('div', { 'pointer-events': 'none' });
  const words = makeWords();
  root.append(frames);
  if (hasWords) root.append(words);
  document.documentElement.append(host);
  host.popover = 'manual';
  host.showPopover?.();

  return {
    owns: (event) => event.target === host,
    outline(picked, hovered) {
      const drawn = [
        ...picked.map((one) => frameOf(one, false)),
        ...hovered.map((one) => frameOf(one, true)),
      ];
      frames.replaceChildren(...drawn);
      const first = hovered[0] ?? picked[0];
      if (first !== undefined) keepClear(words, first);
    },
    tell(told, takesFocus = false) {
      if (!words.isConnected) root.append(words);
      words.replaceChildren(...contentOf(told));
      if (takesFocus) words.querySelector('button')?.focus();
    },
    remove: () => host.remove(),
  };
}

function makeWords(): HTMLElement {
  const { ground, text, line } = colours();
  const made = make('div', {
    display: 'block',
    position: 'fixed',
    left: '50%',
    transform: 'translateX(-50%)',
    bottom: '20px',
    width: 'min(30rem, calc(100vw - 24px))',
    padding: '14px 16px',
    background: ground,
    color: text,
    border: `1px solid ${line}`,
    'border-radius': '12px',
    'box-shadow': '0 8px 30px rgb(0 0 0 / 25%)',
    'pointer-events': 'auto',
    cursor: 'default',
  });
  made.setAttribute('role', 'dialog');
  return made;
}

function contentOf({ title, text, acts }: Told): HTMLElement[] {
  const { soft, text: ink } = colours();
  const heading = make('div', { display: 'block', 'font-weight': '650', color: ink }, title);
  const body = make('div', { display: 'block', 'margin-top': '4px', color: soft }, text);
  body.setAttribute('role', 'status');
  const row = make('div', { display: 'flex', 'flex-wrap': 'wrap', gap: '8px', 'margin-top': '12px' });
  row.append(...acts.map(buttonOf));
  return [heading, body, row];
}

function buttonOf({ label, isMain, run }: Act): HTMLElement {
  const { ground, text, line, strong, onStrong } = colours();
  const made = make(
    'button',
    {
      padding: '6px 12px',
      'border-radius': '8px',
      cursor: 'pointer',
      border: `1px solid ${isMain ? strong : line}`,
      background: isMain ? strong : ground,
      color: isMain ? onStrong : text,
    },
    label,
  );
  made.addEventListener('focus', () =>
    style(made, { outline: `2px solid ${strong}`, 'outline-offset': '2px' }),
  );
  made.addEventListener('blur', () => style(made, { outline: 'none' }));
  made.addEventListener('click', (event) => {
    if (event.isTrusted) run();
  });
  return made;
}

function frameOf(element: HTMLElement, isDashed: boolean): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { strong } = colours();
  return make('div', {
    display: 'block',
    position: 'fixed',
    left: `${left - PAD}px`,
    top: `${top - PAD}px`,
    width: `${width + 2 * PAD}px`,
    height: `${height + 2 * PAD}px`,
    'pointer-events': 'none',
    border: `2px ${isDashed ? 'dashed' : 'solid'} ${strong}`,
    'border-radius': '8px',
    'box-shadow': `0 0 0 2px rgb(255 255 255 / 60%)`,
    background: `color-mix(in srgb, ${strong} 12%, transparent)`,
  });
}

/** The panel goes to the other half of the window. */
function keepClear(words: HTMLElement, element: HTMLElement): void {
  const { top, height } = element.getBoundingClientRect();
  const isLow = top + height / 2 > innerHeight / 2;
  style(words, isLow ? { top: '20px', bottom: 'auto' } : { top: 'auto', bottom: '20px' });
}
