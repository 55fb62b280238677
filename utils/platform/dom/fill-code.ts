/**
 * Writes a code the way a person would, looks whether the page kept it, and repairs what it did not. Never submits, never
 * loops: one budget of time for everything.
 */
import { isVisibleField } from './visible.ts';
import { enterText, nextFrame, pasteInto, setNatively, textIn, typeInto } from './write-field.ts';

export type FillOutcome = 'filled' | 'gone' | 'occupied' | 'hidden' | 'not-kept';

export interface FillTask {
  readonly code: string;
  readonly replaceExisting: boolean;
  /** The field or its boxes as they are now: pages put new ones in place while we type. */
  elements(): readonly HTMLElement[];
}

const BUDGET_MS = 1500;
const MOST_PASSES = 3;
const PASTE_FRAMES = 4;

/** Formatters add spaces and dashes; case is the page's affair too. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

export async function fillCode(task: FillTask): Promise<FillOutcome> {
  const boxes = task.elements();
  const [first] = boxes;
  if (!first?.isConnected) return 'gone';
  first.scrollIntoView({ block: 'nearest' });
  if (!isVisibleField(first)) return 'hidden';
  if (!task.replaceExisting && boxes.some((box) => textIn(box) !== '')) return 'occupied';
  const endMs = performance.now() + BUDGET_MS;
  return boxes.length === 1 ? fillSingle(first, task, endMs) : fillRow(task, endMs);
}

async function fillSingle(field: HTMLElement, task: FillTask, endMs: number): Promise<FillOutcome> {
  const { maxLength } = field as HTMLInputElement;
  if (maxLength > 0 && maxLength < task.code.length) return 'not-kept';
  for (const write of [enterText, setNatively, pasteInto, typeAll]) {
    const target = task.elements()[0] ?? field;
    write(target, task.code);
    // Some frameworks put the old value back one frame later.
    await nextFrame();
    await nextFrame();
    const now = task.elements()[0] ?? target;
    // A page that sent the code off by itself takes the field away or empties it with the form.
    if (!now.isConnected || bare(textIn(now)) === bare(task.code)) return 'filled';
    if (performance.now() > endMs) break;
  }
  return 'not-kept';
}

/** For fields that read keys and nothing else. */
function typeAll(field: HTMLElement, text: string): void {
  for (const [at, character] of [...text].entries()) typeInto(field, character, at === 0);
}

async function fillRow(task: FillTask, endMs: number): Promise<FillOutcome> {
  const wanted = bare(task.code);
  if (await pasteRow(task, wanted)) return 'filled';
  for (let pass = 0; pass < MOST_PASSES && performance.now() < endMs; pass += 1) {
    if (await typeRow(task, wanted, endMs)) return 'filled';
  }
  return rowHolds(task, wanted) ? 'filled' : 'not-kept';
}

function rowHolds(task: FillTask, wanted: string): boolean {
  const boxes = task.elements();
  return boxes.length > 0 && bare(boxes.map(textIn).join('')) === wanted;
}

/** A page that sent the code off by itself takes the boxes away or empties them with the form. */
const isTaken = (task: FillTask) => !task.elements()[0]?.isConnected;

/** Most widgets spread a pasted code by themselves; those that do not leave the event alone. */
async function pasteRow(task: FillTask, wanted: string): Promise<boolean> {
  const [first] = task.elements();
  if (!first) return false;
  first.focus();
  const taken = pasteInto(first, task.code);
  for (let frame = 0; taken && frame < PASTE_FRAMES; frame += 1) {
    await nextFrame();
    if (rowHolds(task, wanted) || isTaken(task)) return true;
  }
  return false;
}

/** How many characters each box takes: what it says, or an equal share. */
function slicesOf(code: string, boxes: readonly HTMLElement[]): string[] {
  const share = Math.max(1, Math.ceil(code.length / boxes.length));
  let left = code;
  return boxes.map((_, place) => {
    const slice = place === boxes.length - 1 ? left.slice(0, Math.max(share, 1)) : left.slice(0, share);
    left = left.slice(slice.length);
    return slice;
  });
}

async function typeRow(task: FillTask, wanted: string, endMs: number): Promise<boolean> {
  const count = task.elements().length;
  for (let place = 0; place < count && performance.now() < endMs; place += 1) {
    const boxes = task.elements();
    const box = boxes[place];
    if (!box?.isConnected) return false;
    const slice = slicesOf(task.code, boxes)[place] ?? '';
    if (slice !== '' && bare(textIn(box)) !== bare(slice)) {
      typeAll(box, slice);
      await nextFrame();
      if (rowHolds(task, wanted)) return true;
    }
  }
  await nextFrame();
  return rowHolds(task, wanted) || isTaken(task);
}
