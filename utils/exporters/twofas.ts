/** 2FAS, plain: schema 4. Source: data/services/…/BackupContent.kt in twofas/2fas-android. */
import { HASHES } from '../otp/kind.ts';
import { carrying } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

/** What the app offers to choose from. */
const LIMITS = {
  kinds: ['totp', 'hotp', 'steam'],
  hashes: HASHES,
  digits: [5, 8],
  periodsSeconds: [10, 30, 60, 90],
  // `Int` in BackupService.kt: a greater one spoils the whole file.
  mostCounter: 2 ** 31 - 1,
} as const;

export const twofas: Exporter = {
  id: '2fas',
  name: '2FAS',
  form: 'file',
  carry: carrying(LIMITS, ['firstTag']),
  write(entries) {
    const groups = [...new Set(entries.flatMap(({ tags }) => tags))];
    const file = {
      services: entries.map((entry, position) => serviceOf(entry, position, groups)),
      groups: groups.map((name, at) => ({ id: idOf(at), name, isExpanded: true, updatedAt: 0 })),
      updatedAt: 0,
      schemaVersion: 4,
      appVersionCode: 5000000,
      appVersionName: '5.0.0',
      appOrigin: 'android',
    };
    return [{ name: 'accounts.2fas', mediaType: 'application/json', text: JSON.stringify(file) }];
  },
};

function serviceOf({ service, login, otp, tags }: ExportEntry, position: number, groups: readonly string[]) {
  const [tag] = tags;
  return {
    name: service,
    secret: otp.secretBase32,
    updatedAt: 0,
    otp: {
      label: login,
      account: login,
      issuer: service,
      digits: otp.digits,
      ...(otp.periodSeconds === undefined ? {} : { period: otp.periodSeconds }),
      ...(otp.counter === undefined ? {} : { counter: otp.counter }),
      algorithm: otp.hash,
      tokenType: otp.kind.toUpperCase(),
      source: 'Manual',
    },
    order: { position },
    icon: { selected: 'Label', label: { text: initialsOf(service || login), backgroundColor: 'Default' } },
    ...(tag === undefined ? {} : { groupId: idOf(groups.indexOf(tag)) }),
  };
}

/** The app shows two letters where it has no picture. */
function initialsOf(name: string): string {
  return [...name.toUpperCase()].slice(0, 2).join('');
}

function idOf(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}
