/** The plain text inside a backup: documented JSON, see FORMAT.md. Written here, read in read-payload.ts. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Account } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Factor } from '../factors/factor.ts';
import { utcText } from './date-text.ts';
import type { Kept } from './kept.ts';
import { PADDING_BYTES } from './limits.ts';
import { otpUriOf } from './otp-uri.ts';

export const PAYLOAD_VERSION = 2;

interface Writer {
  readonly nowMs: number;
  /** Of this program, e.g. `0.1.0`. */
  readonly version: string;
}

/** @returns JSON, padded with spaces to a multiple of 1024 bytes: the size tells little, and a cut shows in the length. */
export function writePayload(kept: Kept, { nowMs, version }: Writer): string {
  const { accounts, devices = [], flowRuns = [], facts = {} } = kept;
  const entries = accounts.map((account) => ({
    ...account,
    factors: account.factors.map((factor) => withUri(account, factor)),
  }));
  const text = JSON.stringify(
    {
      format: 'tallystick-backup',
      v: PAYLOAD_VERSION,
      created: utcText(nowMs),
      createdAtMs: nowMs,
      writtenBy: `Tallystick ${version}`,
      counts: { ...countsOf(accounts), devices: devices.length, flowRuns: flowRuns.length },
      accountsSha256: digestOf(entries),
      restSha256: digestOf([devices, flowRuns, facts]),
      accounts: entries,
      devices,
      flowRuns,
      facts,
    },
    null,
    1,
  );
  const spare = (encodeUtf8(text).length + 1) % PADDING_BYTES;
  return `${text}${' '.repeat(spare === 0 ? 0 : PADDING_BYTES - spare)}\n`;
}

export function countsOf(accounts: readonly { readonly factors: readonly unknown[] }[]) {
  return {
    accounts: accounts.length,
    factors: accounts.reduce((sum, account) => sum + account.factors.length, 0),
  };
}

/** Hex SHA-256 of the entries as JSON with sorted keys and no spaces. It notices an accident; age notices a forgery. */
export function digestOf(entries: unknown): string {
  return encodeHex(sha256(encodeUtf8(canonical(entries))));
}

/** The uri is for readers who know no more than that; we read `otp`. */
function withUri(account: Account, factor: Factor): Factor & { readonly uri?: string } {
  const uri = factor.sort === 'otp' ? otpUriOf(account, factor.otp) : null;
  return uri === null ? factor : { ...factor, uri };
}
