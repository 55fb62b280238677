/** Gunzips what a stranger packed, and stops before a bomb takes the memory. */
import { Gunzip } from 'fflate';
import { Fault } from '../../fault.ts';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { joined } from './bytes.ts';

const PIECE_BYTES = 64 * 1024;

/** @throws Fault `import/too-large`, `import/malformed`. */
export function unpacked(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((piece) => {
    size += piece.length;
    if (size > MAX_UNPACKED_BYTES) throw new Fault('import/too-large');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) {
      gunzip.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('import/malformed', 'gzip');
  }
  return joined(pieces);
}
