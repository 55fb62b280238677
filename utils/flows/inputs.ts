/** The kinds of input that steps ask for, each with its check. A new kind is one line in the registry. */
import { readEmail } from '../factors/hand-made.ts';
import { readOtpFactor } from '../factors/otp-factor.ts';
import { readPhone } from '../factors/phone.ts';
import { readRecoveryCodes } from '../factors/recovery-codes.ts';
import { Fault } from '../fault.ts';
import type { Input, Scene } from './flow.ts';

interface InputKind {
  readonly id: string;
  /** Whether its value may stay in the saved run. Codes and secrets may not. */
  readonly keeps: boolean;
  /** @param others what else was given with it. @throws Fault that says what is wrong with it. @returns it in its one good form. */
  read(given: string, scene: Scene, input: Input, others: Readonly<Record<string, string>>): string;
}

/** The most that a pasted list or message may hold. */
const MAX_TEXT = 20_000;
const USUAL_COUNTRY = 'CN';

const choice: InputKind = {
  id: 'choice',
  keeps: true,
  read(given, scene, input) {
    const options = input.options?.(scene) ?? [];
    if (!options.some(({ id }) => id === given)) throw new Fault('flow/bad-answer', input.id);
    return given;
  },
};

const tick: InputKind = {
  id: 'tick',
  keeps: true,
  read(given, _scene, input) {
    if (given !== 'yes') throw new Fault('flow/answer-missing', input.id);
    return given;
  },
};

const country: InputKind = {
  id: 'country',
  keeps: true,
  read(given, _scene, input) {
    if (!/^[A-Z]{2}$/.test(given)) throw new Fault('flow/bad-answer', input.id);
    return given;
  },
};

const phone: InputKind = {
  id: 'phone',
  keeps: true,
  read: (given, scene, _input, others) =>
    readPhone(given, others.country || USUAL_COUNTRY, scene.rules.phoneCountries).numberE164,
};

const email: InputKind = {
  id: 'email',
  keeps: true,
  read: readEmail,
};

const secret: InputKind = {
  id: 'secret',
  keeps: false,
  read(given) {
    readOtpFactor(given);
    return given;
  },
};

const codes: InputKind = {
  id: 'codes',
  keeps: false,
  read(given) {
    if (readRecoveryCodes(given).length === 0) throw new Fault('codes/none-found');
    return given;
  },
};

/** `2026-11-20`, kept as text: a day has no time zone. */
const day: InputKind = {
  id: 'day',
  keeps: true,
  read(given, _scene, input) {
    const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(given)?.slice(1).map(Number) ?? [];
    const isDay =
      year !== undefined &&
      month !== undefined &&
      date !== undefined &&
      year >= 2000 &&
      month >= 1 &&
      month <= 12 &&
      date >= 1 &&
      date <= daysIn(year, month);
    if (!isDay) throw new Fault('flow/bad-answer', input.id);
    return given;
  },
};

const text: InputKind = {
  id: 'text',
  keeps: true,
  read(given, _scene, input) {
    const line = given.trim().replaceAll(/\s+/g, ' ');
    if (line === '' || line.length > 128) throw new Fault('flow/bad-answer', input.id);
    return line;
  },
};

const KINDS: ReadonlyMap<string, InputKind> = new Map(
  [choice, tick, country, phone, email, secret, codes, day, text].map((kind) => [kind.id, kind]),
);

export interface ReadAnswers {
  /** For this step only. */
  readonly all: Readonly<Record<string, string>>;
  /** What may be saved. */
  readonly kept: Readonly<Record<string, string>>;
}

/** @throws Fault `flow/answer-missing` (detail: the input) and what the kinds throw. */
export function readInputs(
  inputs: readonly Input[],
  given: Readonly<Record<string, string>>,
  scene: Scene,
): ReadAnswers {
  const all: Record<string, string> = {};
  const kept: Record<string, string> = {};
  for (const input of inputs) {
    const kind = KINDS.get(input.kind);
    if (kind === undefined) throw new Error(`no such kind of input: ${input.kind}`);
    const raw = (given[input.id] ?? '').slice(0, MAX_TEXT);
    if (raw.trim() === '') {
      if (input.optional) continue;
      throw missing(input);
    }
    const value = kind.read(raw, scene, input, given);
    all[input.id] = value;
    if (kind.keeps) kept[input.id] = value;
  }
  return { all, kept };
}

function missing(input: Input): Fault {
  return input.kind === 'phone' ? new Fault('phone/empty') : new Fault('flow/answer-missing', input.id);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The end of a day, UTC, in milliseconds since the epoch. Days from the civil calendar, as in Hinnant's algorithms. */
export function endOfDayMs(day: string): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468 + 1) * 86_400_000 - 1;
}
