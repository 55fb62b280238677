/**
 * Writes files of tests/fixtures/importers by the rules of each format, with other people's tools: Node's cryptography,
 * `openssl enc`, `java`, `sqlite3`, `zip`, libsodium by Python. Run by hand after a change: `node tests/tools/import-fixtures/main.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aegisFixtures } from './aegis.ts';
import { andotpFixtures } from './andotp.ts';
import { authyFixtures } from './authy.ts';
import { enteFixtures } from './ente.ts';
import { extensionFixtures } from './extension.ts';
import type { Fixture } from './fixture.ts';
import { freeotpFixtures } from './freeotp.ts';
import { googleFixtures } from './google.ts';
import { sheetFixtures } from './html-sheet.ts';
import { listFixtures } from './otpauth-list.ts';
import { ownFixtures } from './own.ts';
import { protonFixtures } from './proton.ts';
import { stratumFixtures } from './stratum.ts';
import { totpAuthenticatorFixtures } from './totp-authenticator.ts';
import { twofasFixtures } from './twofas.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/importers');
const folders: Readonly<Record<string, readonly Fixture[]>> = {
  ...aegisFixtures(),
  ...andotpFixtures(),
  ...authyFixtures(),
  ...enteFixtures(),
  ...extensionFixtures(),
  ...freeotpFixtures(),
  ...googleFixtures(),
  ...sheetFixtures(),
  ...listFixtures(),
  ...(await ownFixtures()),
  ...protonFixtures(),
  ...stratumFixtures(),
  ...totpAuthenticatorFixtures(),
  ...twofasFixtures(),
};
for (const [id, fixtures] of Object.entries(folders)) {
  const folder = join(FOLDER, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, content } of fixtures) writeFileSync(join(folder, file), content);
  const expected = fixtures.map(({ content: _, ...rest }) => rest);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}
