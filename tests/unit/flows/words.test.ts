/** Every flow, step, answer, stop and trouble there is has its words, and no word is left from one that is gone. */
import { describe, expect, test } from 'vitest';
import { words as english } from '../../../components/text/en-manager.ts';
import type { Input, Scene } from '../../../utils/flows/flow.ts';
import { FLOWS } from '../../../utils/flows/registry.ts';
import { TROUBLE_IDS, troubleOf } from '../../../utils/flows/troubles.ts';
import { codesFactor, deviceFor, otpFactor, phoneFactor, walker } from '../../support/flow-walker.ts';

const words: Readonly<Record<string, string>> = english;
const steps = FLOWS.flatMap((flow) => flow.steps);
const inputs = steps.flatMap(({ inputs: own = [] }) => own);

/** A scene in which every choice has something to offer. */
function scene(): Scene {
  const { world } = walker([phoneFactor('p'), otpFactor('o'), codesFactor('c')], {
    devices: [deviceFor('d', '+8613800001234')],
  });
  const account = world.account.get('a')!;
  const run = {
    cast: { old: 'p' },
    answers: {},
    consents: [],
    accountId: 'a',
    deviceId: 'd',
  } as unknown as Scene['run'];
  const rules = { oneNumberOneAccount: false, phoneCountries: null, offers: null, handsOff: false };
  const factor = (part: string) => account.factors.find(({ id }) => id === run.cast[part as 'old']) ?? null;
  return { world, run, answers: { which: 'otp' }, account, rules, nowMs: Date.UTC(2026, 0), factor };
}

/** Those without a name of their own from the vault. */
const wordedOptions = (input: Input) => (input.options?.(scene()) ?? []).filter(({ name }) => name === null);

const optionKey = (input: Input, option: string) =>
  input.id === 'sort' ? `way.sort.${option}` : `flow.option.${input.id}.${option}`;

const needed = new Set([
  ...FLOWS.flatMap(({ id }) => [`flow.${id}.name`]),
  ...steps.map((step) => `${step.words}.title`),
  ...inputs.map(({ id }) => `flow.input.${id}`),
  ...inputs.flatMap((input) => wordedOptions(input).map(({ id }) => optionKey(input, id))),
  ...['last-factor', 'no-codes', 'not-proven', 'really-gone'].map((id) => `flow.stop.${id}`),
  ...TROUBLE_IDS.map((id) => `flow.trouble.${id}`),
  ...TROUBLE_IDS.flatMap((id) => troubleOf(id)?.remedies ?? []).map((id) => `flow.remedy.${id}`),
]);

test.each([...needed])('%s is there', (key) => {
  expect(words[key]).toBeTruthy();
});

test.each([...new Set(steps.map((step) => step.words))])(
  '%s says what to do there or what happens here',
  (key) => {
    expect(words[`${key}.there`] ?? words[`${key}.here`]).toBeTruthy();
  },
);

test('no step, answer or remedy that is gone has left its words', () => {
  const known = (key: string) =>
    needed.has(key) ||
    steps.some(
      (step) =>
        key.startsWith(`${step.words}.there`) ||
        [`${step.words}.here`, ...(step.inputs ?? []).map(({ id }) => `${step.words}.input.${id}`)].includes(
          key,
        ),
    ) ||
    [...needed].some((one) => key.startsWith(`${one}.`)) ||
    /^flow\.(?:ui|aid|chooseNone|optional)\b/.test(key);
  expect(Object.keys(words).filter((key) => key.startsWith('flow.') && !known(key))).toEqual([]);
});

describe('troubles', () => {
  test.each(TROUBLE_IDS)('%s has something to try, and support comes last', (id) => {
    const remedies: readonly string[] = troubleOf(id)?.remedies ?? [];
    expect(remedies.length).toBeGreaterThan(1);
    expect([-1, remedies.length - 1]).toContain(remedies.indexOf('support'));
  });
});

test('every stop that a step can raise is one with words', () => {
  const raised = steps.flatMap((step) => step.stops?.(scene()) ?? []);
  expect(raised.length).toBeGreaterThan(2);
  expect(raised.filter(({ id }) => !words[`flow.stop.${id}`])).toEqual([]);
});

test('ids are unique where a run is saved by them', () => {
  for (const flow of FLOWS) {
    const ids = flow.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const own = flow.steps.flatMap((step) => (step.inputs ?? []).map(({ id }) => id));
    expect(new Set(own).size).toBe(own.length);
  }
});
