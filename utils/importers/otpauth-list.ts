/** Plain lists of addresses, whoever wrote them: Aegis, Stratum, Ente, FreeOTP+, Google's migration addresses, a text editor. */
import { holdsAddresses, readAddresses } from './addresses.ts';
import type { Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { listOf } from './shape.ts';

export const otpauthList: Importer = {
  id: 'otpauth-list',
  name: 'otpauth://',
  recognises: (file) => holdsAddresses(linesIn(file)),
  read: (file) => readAddresses(linesIn(file)),
};

/** A list in JSON is a list too. */
function linesIn({ text, json }: OpenedFile): string {
  const list = listOf(json).filter((line) => typeof line === 'string');
  return list.length > 0 ? list.join('\n') : (text ?? '');
}
