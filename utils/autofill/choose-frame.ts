/** Which document of a tab gets the code. All origins here are the browser's word, none the page's. */
import { siteOf } from '../sites/site.ts';

export interface FrameReport {
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
  readonly fieldId: string;
  readonly shape: string;
  readonly strength: string;
  readonly atMs: number;
}

/** @returns documents with a field on this site, the best first: sure before possible, the top document before frames. */
export function framesFor(reports: readonly FrameReport[], site: string): FrameReport[] {
  const rank = ({ strength, frameId }: FrameReport) =>
    (strength === 'offer' ? 0 : 2) + (frameId === 0 ? 0 : 1);
  return reports
    .filter((report) => hasField(report) && siteOf(report.origin)?.site === site)
    .sort((a, b) => rank(a) - rank(b));
}

export function hasField({ strength }: Pick<FrameReport, 'strength'>): boolean {
  return strength === 'offer' || strength === 'asked';
}

/**
 * A frame gets a code only when everything around it belongs to its site: a page that frames a log-in could lay anything
 * over it. @param ancestors origins from the parent to the top; null when the browser does not tell.
 */
export function mayFillFrame(
  frame: FrameReport,
  topUrl: string,
  ancestors: readonly string[] | null,
): boolean {
  const site = siteOf(frame.origin)?.site;
  if (site === undefined || siteOf(topUrl)?.site !== site) return false;
  if (frame.frameId === 0) return true;
  return ancestors?.every((origin) => siteOf(origin)?.site === site) ?? false;
}
