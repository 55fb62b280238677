/** What each sort of way in is called and looks like: one line each. */
import { Fingerprint, KeyRound, LifeBuoy, MonitorSmartphone, ShieldQuestion } from 'lucide-preact';
import type { SlotView } from '../../../utils/views.ts';
import type { MessageKey } from '../../text/i18n.ts';

interface WaySort {
  readonly icon: typeof KeyRound;
  readonly name: MessageKey;
  readonly text: MessageKey;
}

const SORTS: Readonly<Record<string, WaySort>> = {
  passphrase: { icon: KeyRound, name: 'waysIn.passphrase', text: 'waysIn.passphraseText' },
  recovery: { icon: LifeBuoy, name: 'waysIn.recovery', text: 'waysIn.recoveryText' },
  passkey: { icon: Fingerprint, name: 'waysIn.passkey', text: 'waysIn.passkeyText' },
  device: { icon: MonitorSmartphone, name: 'waysIn.device', text: 'waysIn.deviceText' },
};
const UNKNOWN: WaySort = { icon: ShieldQuestion, name: 'waysIn.unknown', text: 'waysIn.unknownText' };

export const sortOfWay = ({ type }: SlotView): WaySort => SORTS[type] ?? UNKNOWN;
export const nameOfWay = (slot: SlotView): MessageKey => sortOfWay(slot).name;
