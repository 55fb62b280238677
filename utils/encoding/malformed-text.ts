/** Says where a text is not in the encoding it should be in. Holds one character at most, never the text. */
export class MalformedText extends Error {
  /** Counted from 1 over the text as it was given, so that a reader can find the place. */
  readonly position: number;
  /** What stands there; empty when the text ends too early. */
  readonly character: string;

  constructor(encoding: string, position: number, character: string) {
    super(`not ${encoding} at ${position}`);
    this.name = 'MalformedText';
    this.position = position;
    this.character = character;
  }
}

export function isMalformedText(error: unknown): error is MalformedText {
  return error instanceof MalformedText;
}
