import { expect, test } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import { blankAccount } from '../../../utils/accounts/edits.ts';
import { chooseAccount } from '../../../utils/autofill/choose-account.ts';
import { Fault } from '../../../utils/fault.ts';
import { areEquivalent } from '../../../utils/sites/equivalents.ts';
import { addressOf, siteOfHost } from '../../../utils/sites/site.ts';
import { generateLookAlikes, type Trick, WELL_KNOWN } from './generated-look-alikes.ts';

const accounts: ReadonlyMap<string, Account> = new Map(
  WELL_KNOWN.map((site) => [
    site,
    {
      ...blankAccount(site, 0),
      service: site,
      sites: [{ site, exactHost: false, source: 'user', addedAtMs: 0 }],
      factors: [
        {
          id: 'f',
          sort: 'otp',
          state: 'active',
          deviceId: null,
          addedAtMs: 0,
          lastUsedAtMs: null,
          label: '',
          otp: { kind: 'totp', secretBase32: 'GEZDGNBVGY3TQOJQ', hash: 'SHA1', digits: 6, periodSeconds: 30 },
        },
      ],
    },
  ]),
);

/** By chance a trick can make the name of another well-known site, which is then no look-alike. */
const isRealSite = (site: string) => WELL_KNOWN.some((known) => known === site || areEquivalent(known, site));

const made = generateLookAlikes(1300, 20_261_120)
  .map((one) => ({ ...one, site: addressOf(one.url) }))
  .filter(({ site }) => site !== null && !isRealSite(site.site))
  .slice(0, 1050);

const faultAt = (url: string, accountId?: string) => {
  const site = addressOf(url);
  if (site === null) throw new Error(`no address: ${url}`);
  try {
    chooseAccount(accounts, site, accountId === undefined ? undefined : { accountId });
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
};

test('there are a hundred well-known sites and more than a thousand look-alikes, all different', () => {
  expect(new Set(WELL_KNOWN).size).toBeGreaterThanOrEqual(100);
  expect(new Set(made.map(({ url }) => url)).size).toBeGreaterThanOrEqual(1000);
});

test('the well-known sites themselves are matched, or nothing below would prove anything', () => {
  for (const site of WELL_KNOWN) expect(faultAt(`https://www.${site}/`), site).toBeNull();
});

test('no look-alike is matched by any of them, asked by the site or picked by hand', () => {
  const matched = made.filter(({ url, of }) => {
    const bySite = faultAt(url)?.code ?? '';
    return !['fill/no-account', 'fill/look-alike'].includes(bySite) || faultAt(url, of) === null;
  });
  expect(matched.map(({ url }) => url)).toEqual([]);
}, 60_000);

/** Another ending is another owner as often as not: such a site gets nothing, and is not called a look-alike. */
const UNNAMED: ReadonlySet<Trick> = new Set(['another ending', 'name before a shared ending']);
/** One letter off a name of four letters is half of the dictionary. */
const LONG_ENOUGH = 5;

test('near misses are refused by name: a person who picks the account hears which site this is not', () => {
  const near = made.filter(
    ({ trick, of }) => !UNNAMED.has(trick) && (of.split('.')[0]?.length ?? 0) >= LONG_ENOUGH,
  );
  expect(near.length).toBeGreaterThan(600);
  const unnamed = near.filter(({ url, of }) => {
    const fault = faultAt(url, of);
    return fault?.code !== 'fill/look-alike' || siteOfHost(fault.detail ?? '') !== of;
  });
  expect(unnamed.map(({ trick, of, url }) => `${trick}: ${of} as ${url}`)).toEqual([]);
});
