/**
 * What we write, we read again, and what is gone afterwards is what the loss report said. Holds for every exporter there is
 * and every one that comes.
 */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { encodeUtf8 } from '../../../utils/encoding/utf8.ts';
import type { ExportEntry, Exporter } from '../../../utils/exporters/exporter.ts';
import { entriesOf, lossOf } from '../../../utils/exporters/loss.ts';
import { EXPORTERS } from '../../../utils/exporters/registry.ts';
import type { ImportEntry } from '../../../utils/importers/importer.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';
import { readImport } from '../../../utils/importers/read-file.ts';
import { anyAccounts, words } from './some-accounts.ts';

// A thousand sheets with their QR codes take a busy machine a while.
vi.setConfig({ testTimeout: 120_000 });

type Comparable = Omit<ExportEntry, 'accountId'>;

const exported = ({ accountId: _, ...rest }: ExportEntry): Comparable => rest;

function imported(entry: ImportEntry): Comparable {
  if (entry.otp === null) throw new Error('an entry without a code');
  const { service, login, otp, note, tags, pinned, sites, recoveryCodes } = entry;
  const hosts = sites.map((site) => site.replace(/^https:\/\//, ''));
  return { service, login, otp, note, tags, pinned, sites: hosts, recoveryCodes };
}

async function readAgain(exporter: Exporter, entries: readonly ExportEntry[]): Promise<Comparable[]> {
  const files = exporter.write(entries, words);
  const texts =
    exporter.form === 'qr' ? [files.map(({ text }) => text).join('\n')] : files.map(({ text }) => text);
  const read: Comparable[] = [];
  for (const text of texts) {
    const reading = await readImport(new OpenedFile(encodeUtf8(text), 'a file', nodeImportTools), null);
    expect(reading.skipped).toEqual([]);
    read.push(...reading.entries.map(imported));
  }
  return read;
}

const present = (entry: ExportEntry | null): entry is ExportEntry => entry !== null;

describe.each(EXPORTERS)('$id', (exporter) => {
  test('what is read again is what was said to be carried', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccounts, async (accounts: readonly Account[]) => {
        const carried = exporter.carry(entriesOf(accounts)).filter(present);
        fc.pre(carried.length > 0);
        expect(await readAgain(exporter, carried)).toEqual(carried.map(exported));
      }),
      { numRuns: 100 },
    );
  });

  test('every difference is in the loss report, and nothing else', async () => {
    await fc.assert(
      fc.property(anyAccounts, (accounts: readonly Account[]) => {
        const entries = entriesOf(accounts);
        const carried = exporter.carry(entries);
        expect(carried).toHaveLength(entries.length);
        const told = lossOf(exporter, accounts).flatMap(({ lost }) => lost);
        const codes = told.filter((what) => what === 'code').length;
        expect(codes).toBe(carried.filter((entry) => entry === null).length);
        for (const field of [
          'note',
          'tags',
          'pinned',
          'sites',
          'recoveryCodes',
          'service',
          'login',
        ] as const) {
          const changed = entries.filter((entry, at) => {
            const after = carried[at];
            return (
              after && entry[field] !== '' && JSON.stringify(after[field]) !== JSON.stringify(entry[field])
            );
          });
          expect(told.filter((what) => what === field)).toHaveLength(changed.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('carrying twice loses nothing more', async () => {
    await fc.assert(
      fc.property(anyAccounts, (accounts: readonly Account[]) => {
        const once = exporter.carry(entriesOf(accounts)).filter(present);
        expect(exporter.carry(once)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  test('the same accounts give the same files', () => {
    const [accounts] = fc.sample(anyAccounts, { numRuns: 1, seed: 7 }) as Account[][];
    const entries = exporter.carry(entriesOf(accounts!)).filter(present);
    expect(exporter.write(entries, words)).toEqual(exporter.write(entries, words));
  });
});
