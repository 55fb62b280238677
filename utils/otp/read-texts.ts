/** What a person gave in one go: scanned codes, many lines, a bare secret. Everything that cannot be read is named; nothing is lost. */
import { type Fault, isFault } from '../fault.ts';
import type { OtpBatch, OtpDraft, OtpProblem } from './draft.ts';
import { isSecretAlone } from './foreign.ts';
import { setIdOf } from './migration-sets.ts';
import { readMigrationUri } from './migration-uri.ts';
import { readTypedOtp } from './typed-otp.ts';
import { readOtpUri } from './uri.ts';

export interface TextProblem extends OtpProblem {
  /** Which of the texts, from 0. */
  readonly text: number;
}

export interface TextsReading {
  readonly drafts: readonly OtpDraft[];
  /** Codes of an export that has more of them, each with its address. */
  readonly parts: readonly { readonly batch: OtpBatch; readonly address: string }[];
  readonly problems: readonly TextProblem[];
}

/** Never throws: a text that holds nothing is a problem like any other. */
export function readTexts(texts: readonly string[]): TextsReading {
  const drafts: OtpDraft[] = [];
  const parts: { batch: OtpBatch; address: string }[] = [];
  const problems: TextProblem[] = [];
  for (const [at, text] of texts.entries()) {
    const told = (line: number, { code, detail }: Fault) =>
      problems.push({ text: at, line: line + 1, code, detail });
    for (const [line, raw] of text.split(/\r\n|\r|\n/).entries()) {
      const address = raw.trim();
      if (address === '' || address.startsWith('#')) continue;
      try {
        const set = readMigrationUri(address);
        if (set === null) {
          drafts.push(...readLine(address));
          continue;
        }
        for (const fault of set.faults) told(line, fault);
        if (setIdOf(set.batch) !== null) parts.push({ batch: set.batch, address });
        else drafts.push(...set.drafts);
      } catch (error) {
        if (!isFault(error)) throw error;
        told(line, error);
      }
    }
  }
  return { drafts, parts, problems };
}

function readLine(line: string): readonly OtpDraft[] {
  if (!isSecretAlone(line)) return readOtpUri(line).drafts;
  const otp = readTypedOtp({ kind: 'totp', secret: line, hash: '', digits: 6 });
  return [{ service: '', login: '', otp, extra: {}, notices: ['noService'] }];
}
