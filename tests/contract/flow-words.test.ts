/** Every flow, also one to come, says all that its screen shows: steps, inputs, choices, stops, troubles and remedies. */
import { describe, expect, test } from 'vitest';
import { words } from '../../components/text/en-manager.ts';
import type { Input } from '../../utils/flows/flow.ts';
import { FLOWS } from '../../utils/flows/registry.ts';
import { TROUBLE_IDS, troubleOf } from '../../utils/flows/troubles.ts';

const known = new Set(Object.keys(words));
const missing = (keys: readonly string[]) => keys.filter((key) => !known.has(key));

/** Choices that need no account to be listed; the rest are names from the vault. */
function fixedOptions(input: Input): readonly string[] {
  try {
    return (input.options?.(undefined as never) ?? []).flatMap(({ id, name }) => (name === null ? [id] : []));
  } catch {
    return [];
  }
}

describe.each(FLOWS)('$id', ({ id, steps }) => {
  test('has a name and a title for each step', () => {
    expect(missing([`flow.${id}.name`, ...steps.map((step) => `${step.words}.title`)])).toEqual([]);
  });

  test('says at each step what to do there or what happens here', () => {
    const silent = steps.filter(({ words: key }) => !known.has(`${key}.there`) && !known.has(`${key}.here`));
    expect(silent.map((step) => step.id)).toEqual([]);
  });

  test('names each input', () => {
    const unnamed = steps.flatMap((step) =>
      (step.inputs ?? [])
        .filter((input) => !known.has(`${step.words}.input.${input.id}`))
        .map((input) => `flow.input.${input.id}`),
    );
    expect(missing(unnamed)).toEqual([]);
  });

  test('has words for each fixed choice', () => {
    const options = steps.flatMap((step) =>
      (step.inputs ?? []).flatMap((input) =>
        fixedOptions(input)
          .filter((option) => !known.has(`way.sort.${option}`))
          .map((option) => `flow.option.${input.id}.${option}`),
      ),
    );
    expect(missing(options)).toEqual([]);
  });
});

test('each trouble and each remedy is said', () => {
  const remedies = TROUBLE_IDS.flatMap((id) => troubleOf(id)?.remedies ?? []);
  expect(
    missing([
      ...TROUBLE_IDS.map((id) => `flow.trouble.${id}`),
      ...remedies.map((id) => `flow.remedy.${id}`),
      ...['last-factor', 'no-codes', 'not-proven', 'really-gone'].map((id) => `flow.stop.${id}`),
    ]),
  ).toEqual([]);
});
