/** Puts values into words: `{{name}}`, and `key_one`, `key_other` by the plural rules of the language (CLDR categories). */

export type Words = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

export interface Speaker {
  /** @returns null when there are no words for this key. A value that is missing is left out. */
  say(key: string, values?: Values): string | null;
}

/** @param language a BCP 47 tag. */
export function createSpeaker(language: string, words: Words): Speaker {
  const forms = new Map(Object.entries(words));
  const rules = new Intl.PluralRules(language);
  const formOf = (key: string, { count }: Values): string | undefined =>
    typeof count === 'number'
      ? (forms.get(`${key}_${rules.select(count)}`) ?? forms.get(`${key}_other`))
      : undefined;
  return {
    say(key, values = {}) {
      const form = formOf(key, values) ?? forms.get(key);
      if (form === undefined) return null;
      return form.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
    },
  };
}
