/** Everything that can go wrong at a played service, each behind a switch that stays as it was set. */

export const SERVICE_IDS = ['tokenim', 'bank', 'qq', 'btepai'] as const;
export type ServiceId = (typeof SERVICE_IDS)[number];

/** Where each switch can be set. */
export const SWITCHES = {
  /** The number is said to belong to other accounts already. */
  'number-taken': SERVICE_IDS,
  /** The service says "sent" and nothing arrives. */
  'code-not-sent': SERVICE_IDS,
  /** Arrives 30 s after it was sent. */
  'code-late': SERVICE_IDS,
  /** The message holds another code than the one that is waited for. */
  'code-wrong': SERVICE_IDS,
  /** The code is too old the moment it is sent. */
  'code-expired': SERVICE_IDS,
  /** The last line of the message binds the code to another site. */
  'code-for-other-site': ['tokenim', 'bank'],
  /** A parcel, a bill and a phishing message arrive together with each code. */
  'other-messages': SERVICE_IDS,
  /** The server's clock is five minutes ahead when it checks codes of an authenticator. */
  'clock-off': ['tokenim', 'bank'],
  'rate-limited': SERVICE_IDS,
  'account-frozen': SERVICE_IDS,
  /** 503 on every page. */
  'service-down': SERVICE_IDS,
  /** Every page takes 6 s. */
  slow: SERVICE_IDS,
  /** The connection breaks and no page comes. */
  'network-cut': SERVICE_IDS,
  'deadline-passed': ['bank'],
  /** Before unbinding: a risk was noticed in the account. */
  'account-abnormal': ['qq'],
  /** Before unbinding: the last accepted code counts as older than 30 days. */
  'no-recent-code': ['qq'],
  /** Before unbinding: this version of the service does not offer it. */
  'system-limit': ['qq'],
  /** Unbinding stops in the middle: no codes any more, and still bound. */
  'half-done': ['qq'],
  /** After unbinding: a new device is not let in. */
  'sign-in-fails': ['qq'],
  /** After unbinding: messages do not go out. */
  'messages-fail': ['qq'],
} as const satisfies Readonly<Record<string, readonly ServiceId[]>>;
export type SwitchName = keyof typeof SWITCHES;

export const SWITCH_NAMES = Object.keys(SWITCHES) as readonly SwitchName[];

export function hasSwitch(service: ServiceId, name: SwitchName): boolean {
  return (SWITCHES[name] as readonly ServiceId[]).includes(service);
}

export interface Switches {
  isOn(service: ServiceId, name: SwitchName): boolean;
  /** Throws where the service has no such switch: a test that sets it would see nothing happen. */
  set(service: ServiceId, name: SwitchName, isOn: boolean): void;
  clear(): void;
}

export function createSwitches(): Switches {
  const on = new Set<string>();
  return {
    isOn: (service, name) => on.has(`${service} ${name}`),
    set(service, name, isOn) {
      if (!hasSwitch(service, name)) throw new Error(`${service} has no switch ${name}`);
      if (isOn) on.add(`${service} ${name}`);
      else on.delete(`${service} ${name}`);
    },
    clear: () => on.clear(),
  };
}
