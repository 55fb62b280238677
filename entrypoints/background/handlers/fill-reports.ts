/** What the documents of a tab reported about code fields. Kept in the session store: the worker may die between two lines. */
import { type FrameReport, hasField } from '../../../utils/autofill/choose-frame.ts';
import type { SessionStore } from '../../../utils/ports.ts';

const MOST_REPORTS = 40;
const keyOf = (tabId: number) => `fill.reports.${tabId}`;

export function createReports(session: SessionStore) {
  const waiting = new Set<() => void>();
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
    forget: (tabId: number) => session.remove([keyOf(tabId)]),
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
