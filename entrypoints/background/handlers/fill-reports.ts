/** What the documents of a tab reported about code fields. Kept in the session store: the worker may die between two lines. */
import { type FrameReport, hasField } from '../../../utils/autofill/choose-frame.ts';
import type { SessionStore } from '../../../utils/ports.ts';
import type { SeenView } from '../../../utils/views.ts';

const MOST_REPORTS = 40;
const MOST_SEEN = 5;
const keyOf = (tabId: number) => `fill.reports.${tabId}`;

/** Words of a page: in memory only, for as long as somebody may ask. */
interface Seen {
  readonly frameId: number;
  readonly documentId: string;
  readonly fields: readonly SeenView[];
}

export function createReports(session: SessionStore) {
  const waiting = new Set<() => void>();
  const seenIn = new Map<number, readonly Seen[]>();
  let last: Promise<unknown> = Promise.resolve();

  const read = async (tabId: number) => (await session.get<FrameReport[]>(keyOf(tabId))) ?? [];
  /** One after another, or two frames that report at once would lose one report. */
  const edit = (tabId: number, change: (reports: FrameReport[]) => FrameReport[]) => {
    const done = last.then(async () => {
      await session.set({ [keyOf(tabId)]: change(await read(tabId)).slice(-MOST_REPORTS) });
      for (const wake of waiting) wake();
    });
    last = done.catch(() => undefined);
    return done;
  };

  return {
    read,
    add(tabId: number, report: FrameReport): Promise<void> {
      return edit(tabId, (reports) => {
        const before = reports.find(({ frameId }) => frameId === report.frameId);
        // A new top document takes all frames of the old one with it.
        const fresh = report.frameId === 0 && before !== undefined && before.documentId !== report.documentId;
        const others = fresh ? [] : reports.filter(({ frameId }) => frameId !== report.frameId);
        return [...others, report];
      });
    },
    remove(tabId: number, documentId: string, fieldId: string): Promise<void> {
      return edit(tabId, (reports) =>
        reports.filter((report) => report.documentId !== documentId || report.fieldId !== fieldId),
      );
    },
    noteSeen(tabId: number, seen: Seen): void {
      const known = seenIn.get(tabId) ?? [];
      const fresh =
        seen.frameId === 0 &&
        known.some(({ frameId, documentId }) => frameId === 0 && documentId !== seen.documentId);
      const others = fresh ? [] : known.filter(({ frameId }) => frameId !== seen.frameId);
      seenIn.set(tabId, [...others, seen].slice(-MOST_REPORTS));
    },
    /** The top document's fields first. */
    seen(tabId: number): SeenView[] {
      const inOrder = [...(seenIn.get(tabId) ?? [])].sort((a, b) => a.frameId - b.frameId);
      return inOrder.flatMap(({ fields }) => fields).slice(0, MOST_SEEN);
    },
    forget(tabId: number): Promise<void> {
      seenIn.delete(tabId);
      return session.remove([keyOf(tabId)]);
    },
    /** How the page says its code comes, by its best field: `sms`, `email`, `app`, or nothing. */
    async channel(tabId: number): Promise<string> {
      const [best] = (await read(tabId)).filter(hasField).sort((a, b) => a.frameId - b.frameId);
      return best?.channel ?? '';
    },
    async count(tabId: number): Promise<number> {
      return (await read(tabId)).filter(hasField).length;
    },
    /** Resolves at the next report of any tab, or when the wait is over. */
    next(wait: Promise<void>): Promise<void> {
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
        void wait.then(wake);
      });
    },
  };
}

export type Reports = ReturnType<typeof createReports>;
