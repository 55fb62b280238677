/**
 * What a sealed thing is bound to: the vault, what kind of thing, which one, and at which epoch, schema and revision. A blob
 * copied to another place, or an older one put back, does not open there.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';

export type SealedType = 'record' | 'bucket' | 'manifest' | 'slot';

export interface SealContext {
  readonly vaultId: string;
  readonly type: SealedType;
  /** Unique within the type: `account/…`, a bucket's number, a slot's id. */
  readonly objectId: string;
  readonly epoch: number;
  readonly schema: number;
  readonly revision: number;
}

/** Lengths before each text, so that no two contexts have the same bytes. */
export function contextBytes(context: SealContext): Uint8Array {
  const { vaultId, type, objectId, epoch, schema, revision } = context;
  const texts = [vaultId, type, objectId].map((text) => `${text.length}:${text}`).join('|');
  return utf8ToBytes(`tallystick1|${texts}|${epoch}|${schema}|${revision}`);
}
