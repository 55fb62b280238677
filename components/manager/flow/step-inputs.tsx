/** What a step asks for, one component a kind of input. */
import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Fault } from '../../../utils/fault.ts';
import type { FlowStepView, InputView } from '../../../utils/views.ts';
import { faultText } from '../../fault-text.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { countries, usualCountry } from './countries.ts';
import { Line, ManyLines, OneOfFew, OneOfMany, Tick } from './fields.tsx';
import { PictureOfSecret } from './picture-of-secret.tsx';
import { inputLabel, optionText } from './step-text.ts';

interface InputProps {
  readonly input: InputView;
  readonly label: string;
  readonly value: Signal<string>;
  readonly fault: string | null;
}

/** More than these are easier to find in a closed list. */
const MOST_IN_SIGHT = 9;

function Choice({ input, ...rest }: InputProps) {
  const options = input.options.map((option) => ({
    id: option.id,
    text: optionText(input, option),
    about: option.name === null && input.id === 'sort' ? wordsFor(`way.about.${option.id}`) : null,
  }));
  if (options.length === 0) return null;
  if (input.optional || options.length > MOST_IN_SIGHT) {
    return <OneOfMany {...rest} options={options} none={t('flow.chooseNone')} />;
  }
  return <OneOfFew {...rest} options={options} />;
}

function Country({ input: _, ...rest }: InputProps) {
  const options = useMemo(() => countries().map(({ code, name }) => ({ id: code, text: name })), []);
  return <OneOfMany {...rest} options={options} />;
}

function Secret({ input: _, ...rest }: InputProps) {
  return (
    <>
      <Line {...rest} type="text" secret />
      <PictureOfSecret value={rest.value} />
    </>
  );
}

const KINDS: Readonly<Record<string, ComponentType<InputProps>>> = {
  choice: Choice,
  tick: ({ input: _, ...rest }) => <Tick {...rest} />,
  country: Country,
  phone: ({ input: _, ...rest }) => <Line {...rest} type="tel" />,
  email: ({ input: _, ...rest }) => <Line {...rest} type="email" />,
  secret: Secret,
  codes: ({ input: _, ...rest }) => <ManyLines {...rest} />,
  day: ({ input: _, ...rest }) => <Line {...rest} type="date" />,
  text: ({ input: _, ...rest }) => <Line {...rest} type="text" />,
};

/** What stands in a field before anything was typed. */
export function firstValue({ kind, answer, options, optional }: InputView): string {
  if (answer !== null) return answer;
  if (kind === 'country') return usualCountry();
  return kind === 'choice' && options.length === 1 && !optional ? (options[0]?.id ?? '') : '';
}

/** A step with but one thing to say says it on its button. What has a name of its own is shown all the same. */
export function onlyAnswer(step: FlowStepView): string | null {
  const [input] = step.inputs;
  const [option] = input?.options ?? [];
  const isOnly = step.inputs.length === 1 && input?.kind === 'choice' && input.options.length === 1;
  return isOnly && input && option && option.name === null ? optionText(input, option) : null;
}

interface Props {
  readonly step: FlowStepView;
  readonly values: ReadonlyMap<string, Signal<string>>;
  readonly fault: Fault | null;
}

export function StepInputs({ step, values, fault }: Props) {
  if (onlyAnswer(step) !== null) return null;
  return step.inputs.map((input) => {
    const Field = KINDS[input.kind];
    const value = values.get(input.id);
    if (Field === undefined || value === undefined) return null;
    const label = inputLabel(step, input);
    return (
      <Field
        key={input.id}
        input={input}
        label={input.optional && input.kind !== 'country' ? `${label} (${t('flow.optional')})` : label}
        value={value}
        fault={isAbout(fault, input) && fault ? faultOf(fault) : null}
      />
    );
  });
}

const AREA_OF_KIND: Readonly<Record<string, string>> = {
  phone: 'phone/',
  email: 'email/',
  secret: 'otp/',
  codes: 'codes/',
};

/** By the input it names, else by what it is about. */
export function isAbout(fault: Fault | null, input: InputView): boolean {
  if (fault === null) return false;
  const area = AREA_OF_KIND[input.kind];
  return fault.detail === input.id || (area !== undefined && fault.code.startsWith(area));
}

const faultOf = ({ code }: Fault) =>
  code === 'flow/answer-missing' ? t('flow.ui.needAnswer') : faultText(code);
