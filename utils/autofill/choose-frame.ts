/** Which document of a tab gets the code. All origins here are the browser's word, none the page's. */
import type { AllowedFrame } from '../accounts/account.ts';
import { siteOf } from '../sites/site.ts';

export interface FrameReport {
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
  readonly fieldId: string;
  readonly shape: string;
  readonly strength: string;
  /** How the page says its code comes (`CodeField.channel`). */
  readonly channel?: string;
  readonly atMs: number;
}

type Place = Pick<FrameReport, 'frameId' | 'origin'>;

/** Where the code is asked for, and the frames of other sites that the account's user named. */
export interface Surroundings {
  readonly topUrl: string;
  readonly allowed: readonly AllowedFrame[];
}

/** @returns documents that may take it if all around them fits, the best first: sure before possible, the top before frames. */
export function framesFor(reports: readonly FrameReport[], around: Surroundings): FrameReport[] {
  const rank = ({ strength, frameId }: FrameReport) =>
    (strength === 'offer' ? 0 : 2) + (frameId === 0 ? 0 : 1);
  return reports
    .filter((report) => hasField(report) && (isSameSite(report, around) || isNamed(report, around)))
    .sort((a, b) => rank(a) - rank(b));
}

export function hasField({ strength }: Pick<FrameReport, 'strength'>): boolean {
  return strength === 'offer' || strength === 'asked';
}

/** The page asks for a code that it sent. */
export function isSent({ channel }: Pick<FrameReport, 'channel'>): boolean {
  return channel === 'sms' || channel === 'email';
}

/**
 * A frame gets a code only when everything around it belongs to its site, or to the one page that the user named it for: a
 * page that frames a log-in could lay anything over it. @param ancestors origins from the parent to the top; null when the
 * browser does not tell.
 */
export function mayFillFrame(
  frame: Place,
  around: Surroundings,
  ancestors: readonly string[] | null,
): boolean {
  if (frame.frameId === 0) return isSameSite(frame, around);
  if (!isSameSite(frame, around) && !isNamed(frame, around)) return false;
  const sites = [siteOf(frame.origin)?.site, siteOf(around.topUrl)?.site];
  return ancestors?.every((origin) => sites.includes(siteOf(origin)?.site ?? '')) ?? false;
}

function isSameSite({ origin }: Place, { topUrl }: Surroundings): boolean {
  const site = siteOf(origin)?.site;
  return site !== undefined && siteOf(topUrl)?.site === site;
}

function isNamed({ origin, frameId }: Place, { topUrl, allowed }: Surroundings): boolean {
  const [host, within] = [siteOf(origin)?.host, siteOf(topUrl)?.host];
  return frameId !== 0 && allowed.some((one) => one.host === host && one.within === within);
}
