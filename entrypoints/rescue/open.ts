/** Opens the vault straight from its copies, without the background, and only reads: nothing here ever writes to a store. */
import { readRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { NONCE_BYTES } from '../../utils/crypto/seal.ts';
import { decodeBase64, encodeBase64 } from '../../utils/encoding/base64.ts';
import { Fault } from '../../utils/fault.ts';
import { randomness } from '../../utils/platform/clock.ts';
import { vaultCopies } from '../../utils/platform/stores/vault-copies.ts';
import { stretchPassphrase } from '../../utils/platform/stretch.ts';
import type { Contents } from '../../utils/vault/contents.ts';
import { createCopies } from '../../utils/vault/copies.ts';
import { type Header, readHeader } from '../../utils/vault/header.ts';
import { loadAll } from '../../utils/vault/load.ts';
import { DEVICE_KEY } from '../../utils/vault/places.ts';
import { type Slot, unwrapRootKey } from '../../utils/vault/slot.ts';
import { damagedViews } from '../../utils/vault/status.ts';
import type { DamagedView } from '../../utils/views.ts';

const copies = createCopies(vaultCopies());

interface Way {
  readonly header: Header;
  readonly slot: Slot;
}

/** The newest copy's header comes first. */
async function ways(type: string): Promise<Way[]> {
  const glances = await copies.glance();
  return glances
    .flatMap(({ header }) => readHeader(header) ?? [])
    .flatMap((header) => header.slots.filter((slot) => slot.type === type).map((slot) => ({ header, slot })));
}

const typeOf = ({ slot }: Way) => slot.type;

export interface Found {
  /** `nothing`: no copy holds anything. */
  readonly state: 'nothing' | 'locked' | 'device' | 'unreadable';
  /** Of a locked one: what opens it here. A passkey wants more than this page has. */
  readonly opensBy: readonly ('passphrase' | 'recovery')[];
  readonly copies: readonly { readonly name: string; readonly items: number | null }[];
}

export async function look(): Promise<Found> {
  const reads = await copies.readAll();
  const held = new Set(
    (await Promise.all(['passphrase', 'recovery', 'device'].map(ways))).flat().map(typeOf),
  );
  const opensBy = (['passphrase', 'recovery'] as const).filter((type) => held.has(type));
  const isEmpty = reads.every(({ bytes }) => bytes?.size === 0);
  const state = held.has('device')
    ? 'device'
    : opensBy.length > 0
      ? 'locked'
      : isEmpty
        ? 'nothing'
        : 'unreadable';
  return {
    state,
    opensBy,
    copies: reads.map(({ store, bytes }) => ({ name: store.name, items: bytes?.size ?? null })),
  };
}

export interface Rescued {
  readonly contents: Contents;
  readonly damaged: readonly DamagedView[];
}

/** @throws Fault `vault/wrong-passphrase`, `vault/slot-damaged`, `vault/damaged`, `vault/newer`. */
export async function openByPassphrase(passphrase: string): Promise<Rescued> {
  const tried = [];
  for (const way of await ways('passphrase')) {
    if (way.slot.kdf)
      tried.push({ ...way, kek: decodeBase64(await stretchPassphrase(passphrase, way.slot.kdf)) });
    // Copies that agree have the same slot: one stretching is enough for all of them.
    if (tried.length > 0 && unwrapped(tried).some(({ outcome }) => outcome === 'opened')) break;
  }
  return contentsBehind(tried);
}

/** @throws Fault `vault/recovery-typo`, `vault/recovery-length`, and those of `openByPassphrase`. */
export async function openByRecoveryKey(text: string): Promise<Rescued> {
  const reading = readRecoveryKey(text);
  if (reading.outcome === 'typo') throw new Fault('vault/recovery-typo', reading.groups.join(', '));
  if (reading.outcome === 'length') throw new Fault('vault/recovery-length', String(reading.characters));
  return contentsBehind((await ways('recovery')).map((way) => ({ ...way, kek: reading.key })));
}

export async function openByDevice(): Promise<Rescued> {
  const keks = await copies.readEach(DEVICE_KEY);
  return contentsBehind((await ways('device')).flatMap((way) => keks.map((kek) => ({ ...way, kek }))));
}

type Tried = Way & { readonly kek: Uint8Array };
const unwrapped = (tried: readonly Tried[]) =>
  tried.map(({ header, slot, kek }) => unwrapRootKey(slot, kek, header.vaultId, header.epoch));

async function contentsBehind(tried: readonly Tried[]): Promise<Rescued> {
  const outcomes = unwrapped(tried);
  for (const one of outcomes) {
    if (one.outcome !== 'opened') continue;
    const { vault } = await loadAll(copies, one.rootKey, () => randomness.bytes(NONCE_BYTES));
    return { contents: vault.contents, damaged: damagedViews(vault) };
  }
  const isWrong = outcomes.some(({ outcome }) => outcome === 'wrong-key');
  throw new Fault(isWrong ? 'vault/wrong-passphrase' : 'vault/slot-damaged');
}

/** Everything that is stored, sealed as it is: for another day, another program, or another pair of eyes. */
export async function sealedCopies(): Promise<string> {
  const reads = await copies.readAll();
  const all = reads.map(({ store, bytes }) => [
    store.name,
    bytes && Object.fromEntries([...bytes].map(([key, held]) => [key, encodeBase64(held)])),
  ]);
  return JSON.stringify({ format: 'tallystick-sealed-copies', v: 1, copies: Object.fromEntries(all) });
}
