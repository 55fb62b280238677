/** What can go wrong at a step, and what to try, in this order. Asking support comes last everywhere. Ids are stored. */
interface TroubleData {
  /** Words are under `flow.remedy.<id>`. */
  readonly remedies: readonly string[];
  /** Not before then does it make sense to try again. */
  readonly waitSeconds?: number;
}

const TROUBLES = {
  'number-format': { remedies: ['check-digits', 'choose-country', 'mobile-only', 'support'] },
  'bound-elsewhere': { remedies: ['sign-in-there', 'unbind-there', 'other-number', 'support'] },
  'code-not-received': {
    remedies: [
      'wait-and-resend',
      'check-blocking',
      'check-signal',
      'roaming',
      'ask-for-call',
      'other-way',
      'support',
    ],
    waitSeconds: 60,
  },
  'code-wrong': { remedies: ['check-typing', 'newest-code', 'check-clock', 'new-code', 'support'] },
  'code-expired': { remedies: ['new-code', 'type-at-once', 'support'] },
  network: { remedies: ['check-network', 'reload-page', 'keep-progress'] },
  'service-down': { remedies: ['wait-service', 'status-page', 'keep-progress', 'support'], waitSeconds: 900 },
  frozen: { remedies: ['unfreeze-first', 'official-only', 'keep-progress', 'support'] },
  'rate-limited': { remedies: ['stop-trying', 'wait-limit', 'support'], waitSeconds: 3600 },
  refused: { remedies: ['read-reason', 'check-account', 'keep-progress', 'support'] },
} as const satisfies Record<string, TroubleData>;

export type TroubleId = keyof typeof TROUBLES;
export const TROUBLE_IDS = Object.keys(TROUBLES) as readonly TroubleId[];

export function troubleOf(id: string): TroubleData | null {
  return Object.hasOwn(TROUBLES, id) ? TROUBLES[id as TroubleId] : null;
}

/** While a number or an address is being proven. */
export const PROVING: readonly TroubleId[] = [
  'number-format',
  'bound-elsewhere',
  'code-not-received',
  'code-wrong',
  'code-expired',
  'network',
  'service-down',
  'frozen',
  'rate-limited',
  'refused',
];
/** While something is asked of the service that sends no code. */
export const ASKING: readonly TroubleId[] = ['refused', 'network', 'service-down', 'frozen', 'rate-limited'];
