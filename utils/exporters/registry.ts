/** The exporters there are: one line each, the most often wanted first. */
import { aegis } from './aegis.ts';
import { bitwarden } from './bitwarden.ts';
import { ente } from './ente.ts';
import type { Exporter } from './exporter.ts';
import { googleMigration } from './google-migration.ts';
import { keepassxc } from './keepassxc.ts';
import { otpauthList } from './otpauth-list.ts';
import { protonAuthenticator } from './proton-authenticator.ts';
import { sheet } from './sheet.ts';
import { stratum } from './stratum.ts';
import { twofas } from './twofas.ts';

export const EXPORTERS: readonly Exporter[] = [
  googleMigration,
  aegis,
  twofas,
  ente,
  stratum,
  protonAuthenticator,
  bitwarden,
  keepassxc,
  otpauthList,
  sheet,
];
