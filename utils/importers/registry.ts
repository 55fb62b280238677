/** The importers there are: one line each. Those that know their files best come first; all of them are asked. */
import { authenticatorPlusDatabase, authenticatorPlusZip } from './authenticator-plus.ts';
import { battlenetApp } from './battlenet-app.ts';
import { bitwarden } from './bitwarden.ts';
import { bitwardenAuthenticator } from './bitwarden-authenticator.ts';
import { cotp } from './cotp.ts';
import { dashlane } from './dashlane.ts';
import { duo } from './duo.ts';
import type { Importer } from './importer.ts';
import { keepass } from './keepass.ts';
import { keepassCsv } from './keepass-csv.ts';
import { keepassXml } from './keepass-xml.ts';
import { keeper } from './keeper.ts';
import { lastPass } from './lastpass.ts';
import { microsoftAuthenticator } from './microsoft-authenticator.ts';
import { nordPass } from './nordpass.ts';
import { onePassword } from './onepassword.ts';
import { otpAuthIos } from './otp-auth-ios.ts';
import { otpauthList } from './otpauth-list.ts';
import { raivo } from './raivo.ts';
import { roboForm } from './roboform.ts';
import { steam, steamSealed } from './steam.ts';
import { twoFaWorker } from './two-fa-worker.ts';
import { winAuth } from './winauth.ts';

export const IMPORTERS: readonly Importer[] = [
  keepass,
  keepassXml,
  keepassCsv,
  bitwarden,
  bitwardenAuthenticator,
  onePassword,
  dashlane,
  keeper,
  nordPass,
  roboForm,
  lastPass,
  microsoftAuthenticator,
  otpAuthIos,
  authenticatorPlusZip,
  winAuth,
  raivo,
  steam,
  battlenetApp,
  duo,
  cotp,
  twoFaWorker,
  otpauthList,
  steamSealed,
  authenticatorPlusDatabase,
];
