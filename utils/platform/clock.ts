/** The machine's clock and its random source, as ports. */
import type { Clock, Randomness } from '../ports.ts';

export const clock: Clock = { nowMs: () => Date.now() };

export const randomness: Randomness = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};
