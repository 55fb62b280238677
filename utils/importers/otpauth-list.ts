/** Plain lists of addresses, whoever wrote them: Aegis, Stratum, Ente, FreeOTP+, Google's migration addresses, a text editor. */
import { holdsAddresses, readAddresses } from './addresses.ts';
import type { Importer } from './importer.ts';

export const otpauthList: Importer = {
  id: 'otpauth-list',
  name: 'otpauth://',
  recognises: ({ text }) => text !== null && holdsAddresses(text),
  read: ({ text }) => readAddresses(text ?? ''),
};
