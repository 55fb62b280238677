/** A hand on the mouse: it comes from somewhere, slows down, rests, and then presses. */
import type { Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const STEPS = 12;
const STEP_MS = 50;
/** Longer than anything has to be seen before one click may count. */
const REST_MS = 450;

/** @param clicks two for a double click. */
export async function clickByHand(page: Page, to: Point, clicks = 1): Promise<void> {
  const { mouse } = page;
  const from = { x: to.x + 220, y: to.y + 140 };
  for (let step = 0; step <= STEPS; step += 1) {
    const part = step / STEPS;
    await mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await page.waitForTimeout(STEP_MS);
  }
  await page.waitForTimeout(REST_MS);
  for (let click = 1; click <= clicks; click += 1) {
    await mouse.down({ clickCount: click });
    await page.waitForTimeout(60);
    await mouse.up({ clickCount: click });
    await page.waitForTimeout(120);
  }
}
