/** One picture a sort of way in. */
import {
  BadgeCheck,
  Fingerprint,
  KeyRound,
  ListChecks,
  Mail,
  MessageSquareText,
  ScanFace,
  ScanQrCode,
  Smartphone,
  Timer,
  Usb,
} from 'lucide-preact';
import type { FactorSort } from '../../../utils/factors/factor.ts';

const ICONS: Readonly<Record<FactorSort, typeof KeyRound>> = {
  otp: Timer,
  phone: Smartphone,
  email: Mail,
  recoveryCodes: ListChecks,
  securityKey: Usb,
  passkey: Fingerprint,
  pushApp: BadgeCheck,
  qrSignIn: ScanQrCode,
  face: ScanFace,
  securityQuestions: MessageSquareText,
};

export const iconOf = (sort: FactorSort) => ICONS[sort] ?? KeyRound;
