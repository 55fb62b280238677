/** What a flow is told about a service: steps where a guide has them, else what the directory knows, else nothing. */
import type { FactorSort } from '../factors/factor.ts';
import { NO_RULES, type ServiceRules } from '../factors/service-rules.ts';
import type { KnownService, Support, Way } from '../sites/directory/service.ts';
import { GUIDED_FLOWS, type Guide, type GuidedFlow, type GuideRules } from './guide.ts';
import { GUIDES } from './registry.ts';

export interface FlowGuide {
  readonly service: string;
  readonly name: string;
  readonly nameZh: string;
  /** Word keys in order; empty where the generic flow says all there is. */
  readonly steps: readonly string[];
  readonly notes: readonly string[];
  readonly basis: Guide['basis'] | null;
  readonly rules: GuideRules;
  readonly handsOff: boolean;
  /** A page of the service itself; null where none is vouched for. */
  readonly officialPage: string | null;
  /** Where that page and the ways are known from. */
  readonly sources: readonly string[];
}

/** What a service offers beside text messages, and what it is known not to offer. Neither list is complete. */
export interface Offers {
  readonly offered: readonly FactorSort[];
  readonly denied: readonly FactorSort[];
  readonly sms: Support;
  readonly setUpPage: string | null;
  readonly sources: readonly string[];
}

/** Strongest against theft first. Text messages are what is left, so they are no offer. */
const SORTS: readonly (readonly [Way, FactorSort])[] = [
  ['passkey', 'passkey'],
  ['securityKey', 'securityKey'],
  ['totp', 'otp'],
  ['push', 'pushApp'],
  ['email', 'email'],
];
const NO_GUIDE_RULES: GuideRules = {
  oneNumberOneAccount: false,
  phoneCountries: null,
  oldNumberConfirms: false,
};

/** @param flow any flow id: those that no guide covers have no steps. */
export function guideFor(service: KnownService, flow: string): FlowGuide {
  const guide = guideOf(service.id);
  return {
    service: service.id,
    name: service.name,
    nameZh: service.nameZh,
    steps: stepsOf(guide, flow).map((step) => `guide.${service.id}.${flow}.${step}`),
    notes: (guide?.notes ?? []).map((note) => `guide.${service.id}.note.${note}`),
    basis: guide?.basis ?? null,
    rules: guide?.rules ?? NO_GUIDE_RULES,
    handsOff: guide?.handsOff ?? false,
    officialPage: service.setUpPage,
    sources: service.sources,
  };
}

export function offersOf({ supports, setUpPage, sources }: KnownService): Offers {
  const sortsThat = (support: Support) =>
    SORTS.filter(([way]) => supports[way] === support).map(([, sort]) => sort);
  return { offered: sortsThat('yes'), denied: sortsThat('no'), sms: supports.sms, setUpPage, sources };
}

/** For the flows. `offers` is null when nothing is known: then every way stays choosable. */
export function rulesFor(service: KnownService): ServiceRules {
  const guide = guideOf(service.id);
  const { offered } = offersOf(service);
  const offers = offered.length === 0 ? null : offered;
  if (guide === null) return { ...NO_RULES, offers };
  const { oneNumberOneAccount, phoneCountries } = guide.rules;
  return { oneNumberOneAccount, phoneCountries, offers, handsOff: guide.handsOff };
}

function stepsOf(guide: Guide | null, flow: string): readonly string[] {
  const guided = GUIDED_FLOWS.find((one): one is GuidedFlow => one === flow);
  return (guided && guide?.flows[guided]) ?? [];
}

function guideOf(service: string): Guide | null {
  return GUIDES.find((guide) => guide.service === service) ?? null;
}
