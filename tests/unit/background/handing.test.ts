import { beforeEach, expect, test } from 'vitest';
import { createHanding, HANDED_KEY } from '../../../entrypoints/background/handlers/handing.ts';
import { Fault } from '../../../utils/fault.ts';
import { memorySession } from '../../support/memory-ports.ts';

const PICTURE = 'data:image/png;base64,QQ==';
const TAB = 'data:image/png;base64,Qg==';
let store: ReturnType<typeof memorySession>;
let opened: (number | undefined)[];

const handing = (over: { picture?: string | null; tab?: string | null } = {}) =>
  createHanding(store, {
    pictureInTab: async () => (over.picture === undefined ? PICTURE : over.picture),
    captureTab: async () => {
      if (over.tab === null) throw new Fault('scan/not-allowed');
      return over.tab ?? TAB;
    },
    openAdding: async (tabId) => void opened.push(tabId),
  });
const take = () => handing().handlers['bind.takeHanded']({}, {});

beforeEach(() => {
  store = memorySession();
  opened = [];
});

test('a picture that was pointed at is handed over with the picture of its tab, once', async () => {
  await handing().addFromImage({ srcUrl: 'https://x.example/qr.png' }, { id: 7, windowId: 1 });
  expect(opened).toEqual([7]);
  expect(await take()).toEqual({ text: null, image: PICTURE, tab: TAB, isToMark: false });
  expect(await take()).toBeNull();
  expect(await store.get(HANDED_KEY)).toBeNull();
});

test('where the browser gives no picture at all the page opens and can say so', async () => {
  await handing({ picture: null, tab: null }).addFromImage({ srcUrl: 'https://x.example/qr.png' }, { id: 7 });
  expect(opened).toEqual([7]);
  expect(await take()).toEqual({ text: null, image: null, tab: null, isToMark: false });
});

test('a selected text is handed over, cut where it is too long to be one', async () => {
  await handing().addFromText('x'.repeat(100_000), { id: 7 });
  expect((await take())?.text).toHaveLength(64 * 1024);
});

test('a picture of the popup is one to mark', async () => {
  await handing().handlers['bind.hand']({ picture: TAB }, {});
  expect(await take()).toEqual({ text: null, image: null, tab: TAB, isToMark: true });
});
