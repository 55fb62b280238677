/** How large and how costly a foreign file may be. A hostile one must end in a clear error before it takes memory or time. */

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** What is unpacked from one zip, all files together. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Text of accounts packs about tenfold; pictures and bombs are left out of this by their size above. */
export const MAX_ZIP_RATIO = 200;
export const MAX_ZIP_FILES = 20_000;
/** Nothing that people export nests deeper than about a dozen. */
export const MAX_DEPTH = 64;
export const MAX_ENTRIES = 100_000;
/** Of a page or document; each costs some two hundred bytes. */
export const MAX_ELEMENTS = 1_000_000;
/** Key derivation that one file may ask for, all of it together, as long as a slow machine needs. */
export const MOST_WORK_MS = 40_000;
