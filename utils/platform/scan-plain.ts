/** The decoder where WebAssembly is switched off (Edge's enhanced security, lockdown modes): plain script, finds less. */
import { decodeQRBatch, type FinderPoints } from 'qr/decode.js';
import { boxAround, type Decode, type DecodedCode } from './scan-chain.ts';

/** The library gives up after one camera frame's time unless told that nobody is waiting for the next one. */
const MOST_MS = 2000;

export const plainDecoder: Decode = async ({ data, width, height }, search) => {
  // It has no other way of looking than the two before.
  if (search === 'coarse') return [];
  const found: DecodedCode[] = [];
  const pointsOnDetect = ({ bounds }: FinderPoints, text: string | Error) => {
    if (typeof text === 'string') found.push({ text, box: boxAround(bounds) });
  };
  const effort = search === 'thorough' ? 3 : 2;
  await decodeQRBatch([{ data, width, height }], { pointsOnDetect, effort, timeLimit: MOST_MS });
  return found;
};
