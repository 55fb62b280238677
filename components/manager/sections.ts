/** The sections of the full page, in the order shown: one line each. Loaded when first opened. */
import {
  ArchiveRestore,
  DoorOpen,
  FileDown,
  FileUp,
  HardDriveDownload,
  HeartPulse,
  History,
  KeyRound,
  QrCode,
  Route,
  Settings2,
  Smartphone,
} from 'lucide-preact';
import type { ComponentType } from 'preact';
import type { MessageKey } from '../text/i18n.ts';

export interface Section {
  /** First part of the address. */
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: typeof KeyRound;
  /** Gets what follows in the address. */
  readonly load: () => Promise<ComponentType<{ readonly rest: readonly string[] }>>;
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'accounts',
    label: 'manager.accounts',
    icon: KeyRound,
    load: () => import('./accounts-section.tsx').then((module) => module.AccountsSection),
  },
  {
    id: 'add',
    label: 'add.title',
    icon: QrCode,
    load: () => import('./add/add-section.tsx').then((module) => module.AddSection),
  },
  {
    id: 'devices',
    label: 'device.section',
    icon: Smartphone,
    load: () => import('./devices/devices-section.tsx').then((module) => module.DevicesSection),
  },
  {
    id: 'check-up',
    label: 'checkup.ui.section',
    icon: HeartPulse,
    load: () => import('./check-up/check-up-section.tsx').then((module) => module.CheckUpSection),
  },
  {
    id: 'flows',
    label: 'flow.ui.section',
    icon: Route,
    load: () => import('./flow/flows-section.tsx').then((module) => module.FlowsSection),
  },
  {
    id: 'import',
    label: 'import.title',
    icon: FileDown,
    load: () => import('./import/import-section.tsx').then((module) => module.ImportSection),
  },
  {
    id: 'export',
    label: 'export.title',
    icon: FileUp,
    load: () => import('./export/export-section.tsx').then((module) => module.ExportSection),
  },
  {
    id: 'ways-in',
    label: 'waysIn.title',
    icon: DoorOpen,
    load: () => import('./ways-in/ways-in-section.tsx').then((module) => module.WaysInSection),
  },
  {
    id: 'backups',
    label: 'backups.title',
    icon: HardDriveDownload,
    load: () => import('./backups/backups-section.tsx').then((module) => module.BackupsSection),
  },
  {
    id: 'activity',
    label: 'journal.ui.section',
    icon: History,
    load: () => import('./activity/activity-section.tsx').then((module) => module.ActivitySection),
  },
  {
    id: 'history',
    label: 'history.title',
    icon: ArchiveRestore,
    load: () => import('./history/history-section.tsx').then((module) => module.HistorySection),
  },
  {
    id: 'settings',
    label: 'manager.settings',
    icon: Settings2,
    load: () => import('./settings-section.tsx').then((module) => module.SettingsSection),
  },
];
