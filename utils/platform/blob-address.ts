/**
 * An address for bytes that the browser is to save. Firefox's background makes one itself; Chromium's worker can only write small
 * ones into the address, and has a page that nobody sees make the others.
 */
import { browser } from 'wxt/browser';
import { encodeBase64 } from '../encoding/base64.ts';

export interface BlobAddress {
  readonly url: string;
  release(): Promise<void>;
}

const TYPE = 'application/octet-stream';
const CHANNEL = 'tallystick-blobs';
const PAGE = '/offscreen.html';
/** Longer addresses are refused by Chromium. */
const MOST_ADDRESS = 2 * 1024 * 1024;
const ANSWER_MS = 30_000;

const blobUrl = (bytes: Uint8Array) =>
  URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: TYPE }));

export async function addressOf(bytes: Uint8Array): Promise<BlobAddress> {
  if (typeof URL.createObjectURL === 'function') {
    const url = blobUrl(bytes);
    return { url, release: async () => URL.revokeObjectURL(url) };
  }
  const url = `data:${TYPE};base64,${encodeBase64(bytes)}`;
  if (url.length <= MOST_ADDRESS) return { url, release: async () => undefined };
  return { url: await addressByPage(bytes), release: () => browser.offscreen.closeDocument() };
}

async function addressByPage(bytes: Uint8Array): Promise<string> {
  if (!(await browser.offscreen.hasDocument())) {
    const justification = 'An address for an encrypted backup that is too large to stand in one.';
    await browser.offscreen.createDocument({ url: PAGE, reasons: ['BLOBS'], justification });
  }
  const channel = new BroadcastChannel(CHANNEL);
  try {
    return await new Promise<string>((resolve, reject) => {
      setTimeout(() => reject(new Error('the page for addresses did not answer')), ANSWER_MS);
      channel.onmessage = ({ data }: MessageEvent<{ url?: string }>) => {
        if (data.url !== undefined) resolve(data.url);
      };
      channel.postMessage({ bytes });
    });
  } finally {
    channel.close();
  }
}

/** What that page does. The bytes are encrypted: whoever listens among our own pages learns nothing. */
export function answerBlobs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ bytes?: Uint8Array }>) => {
    if (data.bytes !== undefined) channel.postMessage({ url: blobUrl(data.bytes) });
  };
}
