/** The importers there are: one line each. Those that know their files best come first; all of them are asked. */
import type { Importer } from './importer.ts';
import { otpauthList } from './otpauth-list.ts';

export const IMPORTERS: readonly Importer[] = [otpauthList];
