/** Sizes that both sides of a backup keep to: the text inside and the file around it. Part of the format. */

export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Payloads are padded to a multiple of this, so that almost any cut shows in the length alone. */
export const PADDING_BYTES = 1024;
