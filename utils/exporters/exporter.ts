/** What an exporter is: it writes accounts in one app's format, and says first what that format cannot hold. One file and one line in `registry.ts` each. */
import type { OtpParameters } from '../otp/kind.ts';

/** One code with what belongs to it. An account with two codes gives two. */
export interface ExportEntry {
  readonly accountId: string;
  readonly service: string;
  readonly login: string;
  readonly otp: OtpParameters;
  readonly note: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  /** Registrable domains or hosts, without scheme. */
  readonly sites: readonly string[];
  /** Those not used yet. */
  readonly recoveryCodes: readonly string[];
}

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Texts that people read on a sheet, in their language. */
export interface SheetWords {
  readonly language: string;
  readonly title: string;
  /** What anybody can do who holds this sheet. */
  readonly warning: string;
  readonly service: string;
  readonly login: string;
  readonly note: string;
  readonly code: string;
}

export interface Exporter {
  readonly id: string;
  readonly name: string;
  /** `qr`: each text is to be shown as a QR code, one after the other; nothing is saved. */
  readonly form: 'file' | 'qr';
  /**
   * What is left of each entry when this format has carried it, by place; null where the code itself cannot be. Everybody
   * who reads the format by its own rules gets exactly this.
   */
  carry(entries: readonly ExportEntry[]): readonly (ExportEntry | null)[];
  /** @param entries as `carry` left them. */
  write(entries: readonly ExportEntry[], words: SheetWords): readonly ExportFile[];
}
