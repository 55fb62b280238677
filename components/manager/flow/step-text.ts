/** The words of a step, with the names of this walk in them; a sentence may differ by the sort of what is enrolled. */
import type { FlowRunView, FlowStepView, InputView, WayInView } from '../../../utils/views.ts';
import { language, t, wordsFor } from '../../text/i18n.ts';
import { sortText, wayText } from '../../way-text.ts';

export type StepPart = 'title' | 'there' | 'here';

/** @returns null for parts the step has no words for. */
export function stepText(run: FlowRunView, step: FlowStepView, part: StepPart): string | null {
  const sort = run.cast.new?.sort;
  const values = namesIn(run);
  const special = sort === undefined ? null : wordsFor(`${step.words}.${part}.${sort}`, values);
  const text = special ?? wordsFor(`${step.words}.${part}`, values);
  return text === null ? null : withCapitals(text);
}

export function flowName(flow: string): string {
  return wordsFor(`flow.${flow}.name`) ?? flow;
}

export function inputLabel(step: FlowStepView, input: InputView): string {
  return wordsFor(`${step.words}.input.${input.id}`) ?? wordsFor(`flow.input.${input.id}`) ?? input.id;
}

/** Names from the vault as they are, with the sort before them; fixed ones by their words. */
export function optionText(input: InputView, option: InputView['options'][number]): string {
  if (option.name !== null) {
    const sort = option.sort === undefined ? '' : sortText(option.sort);
    return [sort, option.name].filter((part) => part !== '').join(' · ');
  }
  return wordsFor(`flow.option.${input.id}.${option.id}`) ?? wordsFor(`way.sort.${option.id}`) ?? option.id;
}

export function namesIn({ account, device, cast }: FlowRunView): Record<string, string> {
  return {
    service: account?.service ?? '',
    login: account?.login ?? '',
    device: device?.name ?? '',
    old: inSentence(cast.old) ?? t('flow.ui.theOld'),
    new: inSentence(cast.new) ?? t('flow.ui.theNew'),
  };
}

function inSentence(way: WayInView | undefined): string | null {
  if (way === undefined) return null;
  const text = wayText(way);
  return language.value === 'en' && /^[A-Z][a-z]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const withCapitals = (text: string) =>
  text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
