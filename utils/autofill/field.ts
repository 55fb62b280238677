/** What is known of a field and its surroundings, as plain values: read by the page's adapter, judged by `detect.ts`. */

export interface FieldSnapshot {
  /** Place in `PageSnapshot.fields`. */
  readonly index: number;
  /** `text`, `tel`, `number`, `password`, `email`, `search`, `editable`, …; `text` for what the browser does not know. */
  readonly type: string;
  readonly autocomplete: string;
  /** Names made for programs (id, name, form control name, test id), joined by spaces, as written. */
  readonly names: string;
  readonly classes: string;
  /** Words tied to the field by the page: label, aria-label, aria-labelledby, title. */
  readonly label: string;
  readonly placeholder: string;
  /** What `aria-describedby` points at. */
  readonly hint: string;
  /** The nearest words before the field, at most 140 characters. */
  readonly before: string;
  /** Null when the page sets none. */
  readonly maxLength: number | null;
  readonly minLength: number | null;
  readonly inputMode: string;
  readonly pattern: string;
  readonly value: 'empty' | 'digits' | 'other';
  readonly autofocus: boolean;
  /** It offers a list to choose from. */
  readonly chooses: boolean;
  /** Visible and open to typing. Fields that are not are kept only as company for the others. */
  readonly usable: boolean;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Numbers of the elements it is in, nearest first, at most six. */
  readonly within: readonly number[];
  /** Number of its form, or of its scope where there is none: fields of one number keep each other company. */
  readonly form: number;
  /** Place in `PageSnapshot.scopes`. */
  readonly scope: number;
  /** Names and alternative texts of the pictures beside it. */
  readonly pictures: string;
}

export interface ScopeSnapshot {
  /** Names of the form and of the boxes around it. */
  readonly names: string;
  /** Visible words, at most 1,500 characters. */
  readonly text: string;
  readonly headings: string;
  readonly buttons: string;
}

export interface PageSnapshot {
  readonly title: string;
  /** Path and query of the address, never the host: who the site is, is for the background to say. */
  readonly path: string;
  readonly fields: readonly FieldSnapshot[];
  readonly scopes: readonly ScopeSnapshot[];
}

export type Shape = 'single' | 'row';

/** Why a field is not taken for a code field, or not for a sure one. Each has words in `components/popup/why-panel.tsx`. */
export type Verdict =
  | 'recovery'
  | 'otherField'
  | 'newPassword'
  | 'search'
  | 'copy'
  | 'captcha'
  | 'otherTrade'
  | 'key'
  | 'newSecret'
  | 'password'
  | 'puzzle'
  | 'noWords'
  | 'weakWords'
  | 'slices'
  | 'pin'
  | 'little';

/** A field as a person is told of it who asks why nothing was filled. Never what stands in it. */
export interface SeenField {
  readonly label: string;
  readonly shape: Shape;
  readonly verdict: Verdict;
}

/** How the page says that its code comes. Empty where it says nothing. */
export type Channel = 'sms' | 'email' | 'app' | '';

export interface CodeField {
  readonly shape: Shape;
  /** Places in `PageSnapshot.fields`: one for `single`, each box in order for `row`. */
  readonly fields: readonly number[];
  readonly score: number;
  readonly channel: Channel;
  /** Null where nothing speaks against it as such. */
  readonly verdict: Verdict | null;
  /** Why, strongest first, for the test tools and for a person who asks. */
  readonly reasons: readonly string[];
}

/** From here a field may be offered without being asked for. */
export const OFFER_SCORE = 8;
/** From here a field is good enough when the user asked for the code. */
export const ASKED_SCORE = 5;
