/** Calibration against machines that exist only as numbers. */
import { expect, test } from 'vitest';
import type { StretchCost } from '../../../utils/crypto/stretch.ts';
import { refuseOutOfBounds } from '../../../utils/crypto/stretch.ts';
import { calibrate } from '../../../utils/crypto/stretch-calibration.ts';
import { Fault } from '../../../utils/fault.ts';

/** Takes `msPer64Mib` for each 64 MiB at three passes, and has room for `roomMib`. */
function machine(msPer64Mib: number, roomMib = 4096) {
  const ran: number[] = [];
  const timeMs = async ({ memoryKib, passes }: StretchCost) => {
    if (memoryKib > roomMib * 1024) throw new Fault('vault/kdf-out-of-memory');
    ran.push(memoryKib / 1024);
    return ((memoryKib / 1024 / 64) * msPer64Mib * passes) / 3;
  };
  return { ran, timeMs };
}

test.each([
  ['fast enough for the most', 100, 256],
  ['as measured here', 280, 128],
  ['at the aim after one doubling', 400, 64],
  ['slow', 3000, 64],
])('a machine that is %s (%i ms for 64 MiB) takes %i MiB', async (_name, ms, mib) => {
  expect(await calibrate(machine(ms).timeMs)).toEqual({ memoryKib: mib * 1024, passes: 3, lanes: 1 });
});

test('what does not fit into memory is not chosen', async () => {
  expect(await calibrate(machine(100, 128).timeMs)).toEqual({ memoryKib: 128 * 1024, passes: 3, lanes: 1 });
  expect(await calibrate(machine(100, 40).timeMs)).toEqual({ memoryKib: 32 * 1024, passes: 6, lanes: 1 });
  expect(await calibrate(machine(100, 20).timeMs)).toEqual({ memoryKib: 19 * 1024, passes: 10, lanes: 1 });
  await expect(calibrate(machine(100, 10).timeMs)).rejects.toMatchObject({ code: 'vault/kdf-out-of-memory' });
});

test('whatever is chosen is accepted on reading', async () => {
  for (const room of [20, 40, 64, 128, 256, 1024]) {
    const cost = await calibrate(machine(50, room).timeMs);
    expect(() => refuseOutOfBounds(cost)).not.toThrow();
  }
});

test('a mistake of ours is not taken for want of memory', async () => {
  await expect(calibrate(() => Promise.reject(new TypeError('broken')))).rejects.toThrow(TypeError);
});
