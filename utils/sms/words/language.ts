/** What each language brings to the reading of messages. Written lower case; accents and Arabic letter forms are folded on both sides. */
export interface SmsLanguage {
  readonly language: string;
  /** Written without spaces between words: words are found anywhere. */
  readonly isRunOn: boolean;
  /** Names of one-time codes and nothing else. */
  readonly codes: readonly string[];
  /** Just "code": a one-time code unless the message speaks of discounts, parcels or the like. */
  readonly general: readonly string[];
  /** What a number right behind (or right before) is instead. Also codes of other sorts: they hide the word "code" in them. */
  readonly others: readonly string[];
  /** Units right behind a number. */
  readonly units: readonly string[];
  /** Counting words that may as well begin the next word: they only count where nothing names the number. */
  readonly counters?: readonly string[];
  /** "Do not tell", "asks for": the word "code" near them warns, and names no number. */
  readonly warnings: readonly string[];
  /** Between a name and its number: "is", "number". */
  readonly links: readonly string[];
  /** Signs of selling, parcels and tickets. */
  readonly trades: readonly string[];
  /** Pass it on, in the imperative. */
  readonly passOn: readonly RegExp[];
  readonly minutes: readonly string[];
  readonly seconds: readonly string[];
  readonly hours: readonly string[];
}
