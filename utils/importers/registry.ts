/** The importers there are: one line each. A file is read by the first that knows it. */
import { aegis } from './aegis.ts';
import { andotp, andotpEncrypted } from './andotp.ts';
import { applePasswords } from './apple-passwords.ts';
import { authenticatorExtension } from './authenticator-extension.ts';
import { authenticatorPlusDatabase, authenticatorPlusZip } from './authenticator-plus.ts';
import { authy } from './authy.ts';
import { battlenetApp } from './battlenet-app.ts';
import { bitwarden } from './bitwarden.ts';
import { bitwardenAuthenticator } from './bitwarden-authenticator.ts';
import { cotp } from './cotp.ts';
import { dashlane } from './dashlane.ts';
import { duo } from './duo.ts';
import { ente } from './ente.ts';
import { freeotp, freeotpPlus } from './freeotp.ts';
import { freeotp2 } from './freeotp2.ts';
import { googleAuthenticator } from './google-authenticator.ts';
import { htmlSheet } from './html-sheet.ts';
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
import { ownBackup } from './own-backup.ts';
import { protonAuthenticator } from './proton-authenticator.ts';
import { protonPass } from './proton-pass.ts';
import { raivo } from './raivo.ts';
import { roboForm } from './roboform.ts';
import { steam, steamSealed } from './steam.ts';
import { stratum } from './stratum.ts';
import { totpAuthenticator, totpAuthenticatorSealed } from './totp-authenticator.ts';
import { twoFaWorker } from './two-fa-worker.ts';
import { twofas } from './twofas.ts';
import { twofauth } from './twofauth.ts';
import { winAuth } from './winauth.ts';

export const IMPORTERS: readonly Importer[] = [
  ownBackup,
  aegis,
  stratum,
  twofas,
  twofauth,
  andotp,
  ente,
  protonAuthenticator,
  protonPass,
  authenticatorExtension,
  freeotp,
  freeotpPlus,
  freeotp2,
  totpAuthenticator,
  authy,
  googleAuthenticator,
  keepass,
  keepassXml,
  keepassCsv,
  bitwarden,
  bitwardenAuthenticator,
  onePassword,
  applePasswords,
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
  htmlSheet,
  otpauthList,
  totpAuthenticatorSealed,
  steamSealed,
  andotpEncrypted,
  authenticatorPlusDatabase,
];
