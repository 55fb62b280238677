/** What the context menu or the popup hands over to the full page: a picture or a text, in memory, taken once. */
import type { HandingTabs } from '../../../utils/platform/handing-tabs.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { SessionStore } from '../../../utils/ports.ts';
import type { HandedView } from '../../../utils/views.ts';

/** May hold secrets: the session takes it away together with the root key. */
export const HANDED_KEY = 'bind.handed';
/** More than any address or list is; a whole page that was selected is none. */
const MOST_TEXT = 64 * 1024;

interface AskedTab {
  readonly id?: number;
  readonly windowId?: number;
}

const NOTHING: HandedView = { text: null, image: null, tab: null, isToMark: false };

export function createHanding(store: SessionStore, tabs: HandingTabs) {
  const hand = (view: HandedView) => store.set({ [HANDED_KEY]: view });
  const pictureOfTab = (windowId?: number) => tabs.captureTab(windowId).catch(() => null);

  const handlers: Pick<Handlers, 'bind.hand' | 'bind.takeHanded'> = {
    async 'bind.hand'({ picture }) {
      await hand({ ...NOTHING, tab: picture, isToMark: true });
      return null;
    },
    async 'bind.takeHanded'() {
      const view = await store.get<HandedView>(HANDED_KEY);
      await store.remove([HANDED_KEY]);
      return view;
    },
  };

  return {
    handlers,
    /** The click gives us this tab: the picture is drawn there, and what is in sight is there for marking. Nothing is fetched. */
    async addFromImage(
      { srcUrl, frameId = 0 }: { readonly srcUrl?: string; readonly frameId?: number },
      tab: AskedTab | undefined,
    ): Promise<void> {
      const isThere = tab?.id !== undefined && srcUrl !== undefined;
      const image = isThere ? await tabs.pictureInTab(tab.id, frameId, srcUrl) : null;
      await hand({ ...NOTHING, image, tab: await pictureOfTab(tab?.windowId) });
      await tabs.openAdding(tab?.id);
    },
    async addFromText(text: string, tab: AskedTab | undefined): Promise<void> {
      await hand({ ...NOTHING, text: text.slice(0, MOST_TEXT) });
      await tabs.openAdding(tab?.id);
    },
  };
}
