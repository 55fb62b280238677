/** The build with optional permissions given from the start: the browser's own question for them cannot be clicked by a test. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD } from './chromium.ts';

export interface GrantedBuild {
  readonly path: string;
  remove(): void;
}

export function grantedBuild(...permissions: readonly string[]): GrantedBuild {
  const path = mkdtempSync(join(tmpdir(), 'tallystick-granted-'));
  cpSync(CHROME_BUILD, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push(...permissions);
  manifest.optional_permissions = manifest.optional_permissions.filter(
    (name: string) => !permissions.includes(name),
  );
  writeFileSync(file, JSON.stringify(manifest));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
