/** A store that hangs costs its wait once, and is asked again as soon as it answers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withinLimits } from '../../../utils/platform/stores/limited-copy.ts';
import { memoryCopy } from '../../support/memory-ports.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what hangs is given up after its limit, and what is asked meanwhile at once', async () => {
  const store = memoryCopy('slow', new Map([['header', Uint8Array.of(1)]]));
  let answer: (held: Uint8Array) => void = () => undefined;
  const reads = vi.fn(() => new Promise<Uint8Array>((resolve) => (answer = resolve)));
  const limited = withinLimits({ ...store, read: reads });
  const first = limited.read('header').catch((error) => error.name);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await first).toBe('TimeoutError');
  expect(await limited.readAll().catch((error) => error.name)).toBe('TimeoutError');
  expect(await limited.apply(new Map(), []).catch((error) => error.name)).toBe('TimeoutError');
  expect(reads).toHaveBeenCalledTimes(1);
  answer(Uint8Array.of(1));
  await vi.advanceTimersByTimeAsync(0);
  expect((await limited.readAll()).size).toBe(1);
});
