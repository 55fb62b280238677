/** The words of the rescue page, without any library: English, or Chinese where the browser speaks it. */
import faultsEnglish from '../../components/text/en/faults.json' with { type: 'json' };
import english from '../../components/text/en/rescue.json' with { type: 'json' };
import faultsChinese from '../../components/text/zh-CN/faults.json' with { type: 'json' };
import chinese from '../../components/text/zh-CN/rescue.json' with { type: 'json' };
import { isFault } from '../../utils/fault.ts';

const speaksChinese = /^zh/i.test(navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? '');
const words = speaksChinese ? chinese : english;
const faults: Readonly<Record<string, string>> = speaksChinese ? faultsChinese : faultsEnglish;

export const language = speaksChinese ? 'zh-CN' : 'en';

export function say(
  key: keyof typeof english,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Never quotes what was typed: a code of ours, or the name of the error. */
export function sayFault(error: unknown): string {
  if (isFault(error) && error.code === 'vault/recovery-typo' && error.detail !== undefined)
    return say('rescue.typo', { groups: error.detail });
  const text = isFault(error) ? faults[`fault.${error.code}`] : undefined;
  return text ?? say('rescue.unexpected', { name: error instanceof Error ? error.name : typeof error });
}
