/**
 * How words are written down. Plain words, folded before use (`fold.ts`), so case, accents and punctuation do not matter.
 * `*` stands for the rest of a word (or its beginning), `~` for at most three words between, `#` for how many
 * characters a code has. Chinese, Japanese, Korean and Thai words match anywhere, the others at word boundaries.
 */
export interface Language {
  /** Says by itself that a one-time code is wanted. */
  readonly sure: readonly string[];
  /** Means a one-time code as often as a captcha or another confirmation. */
  readonly likely: readonly string[];
  /** Any code at all. */
  readonly weak: readonly string[];
  /** A message was sent, or can be sent again. */
  readonly sent: readonly string[];
  /** Codes kept for the day the device is lost: never a place for a one-time code. */
  readonly recovery: readonly string[];
  /** Characters to be read from a picture. */
  readonly captcha: readonly string[];
  /** Codes and numbers of other trades: vouchers, postcodes, cards, orders, invitations, keys. */
  readonly other: readonly string[];
}
