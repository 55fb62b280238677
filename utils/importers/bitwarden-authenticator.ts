/** Bitwarden Authenticator, the app of its own: JSON like Bitwarden's without passwords, and CSV. */
import { isBitwardenJson, isFromAuthenticator, readBitwardenItems } from './bitwarden-items.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';

export const bitwardenAuthenticator: Importer = {
  id: 'bitwarden-authenticator',
  name: 'Bitwarden Authenticator',

  recognises: ({ json, csv }) =>
    (isBitwardenJson(json) && isFromAuthenticator(json)) ||
    (hasColumns(csv, ['folder', 'type', 'name', 'login_uri', 'login_totp']) &&
      !hasColumns(csv, ['login_username'])),

  read({ json, csv }) {
    if (csv === null) return readBitwardenItems(json);
    return readLoginTable(csv, {
      service: 'name',
      code: 'login_totp',
      site: 'login_uri',
      tag: 'folder',
      pinned: 'favorite',
    });
  },
};
