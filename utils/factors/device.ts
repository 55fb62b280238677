/** A thing that can be lost: a phone with its number, a hardware key, a browser. Stored in vaults: names here never change meaning. */
export interface Device {
  readonly id: string;
  readonly sort: 'phone' | 'hardwareKey' | 'browser';
  readonly name: string;
  /** Of the SIM in it; null for things without a number, or when it is not known. */
  readonly numberE164: string | null;
  /** The owner's own word for the carrier; empty when not known. */
  readonly carrier: string;
  /** The account by which the number is got back from the carrier; null when it is not in the vault. */
  readonly carrierAccountId: string | null;
  readonly state: 'inHand' | 'lost';
  readonly lostAtMs: number | null;
  readonly addedAtMs: number;
}

/** The least of a factor that says what it hangs on. */
interface Hanging {
  readonly sort: string;
  readonly deviceId: string | null;
  readonly numberE164?: string;
}

/** By what the owner said, or by its number: whoever has the SIM has the messages. */
export function hangsOn(factor: Hanging, device: Device): boolean {
  if (factor.deviceId === device.id) return true;
  return factor.numberE164 !== undefined && factor.numberE164 === device.numberE164;
}
