/**
 * What a guide is: for one service, where to click and what it demands, beside the flows that hold for every service. Only
 * what a source says stands here; a flow without steps is walked as the generic one. Words are `guide.<service>.<flow>.<step>`
 * and `guide.<service>.note.<note>` in the locale files.
 */

/** Ids of `utils/flows` that guides have steps for. */
export const GUIDED_FLOWS = ['bind', 'change', 'unbind', 'retire-sms', 'lost-phone', 'lost-key'] as const;
export type GuidedFlow = (typeof GUIDED_FLOWS)[number];

export interface GuideRules {
  /** A number serves one account there: binding it a second time is refused before the service refuses it. */
  readonly oneNumberOneAccount: boolean;
  /** ISO countries whose numbers it takes; null when no source limits them. */
  readonly phoneCountries: readonly string[] | null;
  /** The old number has to take part when it is changed, as far as is known. */
  readonly oldNumberConfirms: boolean;
}

export interface Guide {
  /** Id in the directory of services. */
  readonly service: string;
  /**
   * What the steps rest on: the service's own pages, a guide handed to us, descriptions by others (they age), or only on what
   * holds for every service of its kind.
   */
  readonly basis: 'official' | 'guide' | 'described' | 'general';
  /** Titles in 《》, or addresses without their scheme, which is https. Only those of the service itself are ever shown as links. */
  readonly sources: readonly string[];
  readonly rules: GuideRules;
  /** The service forbids tools that manage accounts: we tell, and fill a code when asked, and do nothing else there. */
  readonly handsOff: boolean;
  readonly flows: Readonly<Partial<Record<GuidedFlow, readonly string[]>>>;
  readonly notes: readonly string[];
}
