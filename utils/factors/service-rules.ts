/** What a service allows, as far as its guide says so. The generic flows hold for the services without one. */
import type { FactorSort } from './factor.ts';

export interface ServiceRules {
  /** A number serves one account there: binding it a second time is refused before the service refuses it. */
  readonly oneNumberOneAccount: boolean;
  /** ISO countries whose numbers it takes; null when it says nothing. */
  readonly phoneCountries: readonly string[] | null;
  /** What it offers instead of text messages; null when it is not known. */
  readonly offers: readonly FactorSort[] | null;
  /** It forbids tools: we only instruct, and fill a code when asked. */
  readonly handsOff: boolean;
}

export const NO_RULES: ServiceRules = {
  oneNumberOneAccount: false,
  phoneCountries: null,
  offers: null,
  handsOff: false,
};
