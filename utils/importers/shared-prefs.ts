/** Android's `shared_prefs`: an XML map of named texts, found on rooted phones. */
import { elementsIn, textOf } from './markup.ts';
import type { OpenedFile } from './opened-file.ts';

/** @returns the texts by name, or null when the file is none of these. */
export function sharedPrefsOf({ xml }: OpenedFile): ReadonlyMap<string, string> | null {
  if (xml?.name !== 'map') return null;
  return new Map(
    elementsIn(xml, 'string').map((element) => [element.attributes.name ?? '', textOf(element)]),
  );
}
