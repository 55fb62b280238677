import { expect, test } from 'vitest';
import { createTabNotes } from '../../../entrypoints/background/handlers/tab-notes.ts';
import { handClock, memorySession } from '../../support/memory-ports.ts';

const TAB = 7;
const URL = 'https://shop.example.com/code?step=1';
const ORIGIN = 'https://shop.example.com';

function world() {
  const clock = handClock(1_000_000);
  return { clock, notes: createTabNotes(memorySession(), clock, () => undefined) };
}

test('what went wrong is told on that page, for a while, and on no other page', async () => {
  const { clock, notes } = world();
  await notes.noteOutcome(TAB, URL, 'fill/no-field');
  expect(await notes.read(TAB, `${URL}&again=1`)).toMatchObject({ outcome: 'fill/no-field' });
  expect(await notes.read(TAB, 'https://shop.example.com/basket')).toMatchObject({ outcome: null });
  expect(await notes.read(8, URL)).toMatchObject({ outcome: null });
  clock.ms += 6 * 60_000;
  expect(await notes.read(TAB, URL)).toMatchObject({ outcome: null });
});

test('an error beside the field soon after a fill means that the code was refused', async () => {
  const { notes } = world();
  await notes.noteReport(TAB, ORIGIN, true);
  await notes.noteOutcome(TAB, URL, 'filled');
  expect((await notes.read(TAB, URL)).refused).toBe(false);
  await notes.noteReport(TAB, 'https://other.example.org', true);
  expect((await notes.read(TAB, URL)).refused).toBe(false);
  await notes.noteReport(TAB, ORIGIN, true);
  expect((await notes.read(TAB, 'https://shop.example.com/again')).refused).toBe(true);
  await notes.noteReport(TAB, ORIGIN, false);
  expect((await notes.read(TAB, URL)).refused).toBe(false);
});

test('an error long after a fill, or after none, is about something else', async () => {
  const { clock, notes } = world();
  await notes.noteOutcome(TAB, URL, 'fill/not-kept');
  await notes.noteReport(TAB, ORIGIN, true);
  expect((await notes.read(TAB, URL)).refused).toBe(false);
  await notes.noteOutcome(TAB, URL, 'filled');
  clock.ms += 4 * 60_000;
  await notes.noteReport(TAB, ORIGIN, true);
  expect((await notes.read(TAB, URL)).refused).toBe(false);
});

test('a code that is held back is told until the next one runs', async () => {
  const { clock, notes } = world();
  const held = { why: 'spent', untilMs: clock.ms + 9000 } as const;
  await notes.noteHeld(TAB, URL, held);
  expect((await notes.read(TAB, URL)).held).toEqual(held);
  clock.ms += 9000;
  expect((await notes.read(TAB, URL)).held).toBeNull();
});
