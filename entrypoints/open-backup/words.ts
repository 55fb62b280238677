/** The words of the offline opener: English, or Chinese where the browser speaks it. */
import faultsEnglish from '../../components/text/en/faults.json' with { type: 'json' };
import english from '../../components/text/en/opener.json' with { type: 'json' };
import waysEnglish from '../../components/text/en/ways.json' with { type: 'json' };
import faultsChinese from '../../components/text/zh-CN/faults.json' with { type: 'json' };
import chinese from '../../components/text/zh-CN/opener.json' with { type: 'json' };
import waysChinese from '../../components/text/zh-CN/ways.json' with { type: 'json' };
import { isFault } from '../../utils/fault.ts';

const speaksChinese = /^zh/i.test(navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? '');
const words = speaksChinese ? chinese : english;
const ways: Readonly<Record<string, string>> = speaksChinese ? waysChinese : waysEnglish;
const faults: Readonly<Record<string, string>> = speaksChinese ? faultsChinese : faultsEnglish;

export const language = speaksChinese ? 'zh-CN' : 'en';

export function say(
  key: keyof typeof english,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

export const saySort = (sort: string): string => ways[`way.sort.${sort}`] ?? sort;

/** Never quotes what was typed: a code of ours, or the name of the error. */
export function sayFault(error: unknown): string {
  if (!isFault(error))
    return say('opener.unexpected', { name: error instanceof Error ? error.name : typeof error });
  const groups =
    error.code === 'vault/recovery-typo' ? say('opener.typo', { groups: error.detail ?? '' }) : null;
  return groups ?? faults[`fault.${error.code}`] ?? error.code;
}
