/** Keys of the list: letters go to the search, arrows move along the rows. */

export function listKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (moveByKey(event)) event.preventDefault();
  else typeToSearch(event);
}

/** Whatever has the focus, a letter begins a search. */
function typeToSearch(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
  const from = event.target as HTMLElement | null;
  if (from?.closest('input, textarea, select, [role=menu], dialog') != null) return;
  searchInput()?.focus();
}

/** Only from a row: in the search, arrows and Home belong to the text. @returns whether the key was used. */
function moveByKey(event: KeyboardEvent): boolean {
  const step = STEPS[event.key];
  if (step === undefined) return false;
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  const main = row?.querySelector<HTMLElement>('[data-main]');
  if (main == null) return false;
  const rows = rowButtons();
  const to = step(rows.indexOf(main), rows.length);
  if (to < 0) searchInput()?.focus();
  else rows[Math.min(to, rows.length - 1)]?.focus();
  return true;
}

/** From the search: down goes to the first row, Enter does what a click on it does. */
export function enterRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
  // Enter that ends a composition (Chinese, Japanese, Korean input) belongs to the input method.
  if (event.isComposing) return;
  const [first] = rowButtons();
  if (first === undefined) return;
  event.preventDefault();
  if (event.key === 'Enter') first.click();
  else first.focus();
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 6,
  PageUp: (at) => Math.max(0, at - 6),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

function rowButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-main]')];
}

function searchInput(): HTMLElement | null {
  return document.querySelector('[data-search]');
}
