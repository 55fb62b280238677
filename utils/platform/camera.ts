/** The camera of a page of ours: its picture, and the codes in it. Pictures go to our own worker and nowhere else. */
import { Fault } from '../fault.ts';
import { ask } from './one-question-worker.ts';
import type { ScanQuestion } from './scan.worker.ts';
import type { ScannedCode } from './scan-chain.ts';

export interface CameraChoice {
  readonly id: string;
  /** Empty until the browser tells. */
  readonly name: string;
}

/**
 * The browser asks the person. Stop every track when it is not needed any more.
 * @throws Fault `camera/…`.
 */
export async function openCamera(cameraId: string): Promise<MediaStream> {
  // Missing where the system has switched capture off as a whole.
  if (navigator.mediaDevices === undefined) throw new Fault('camera/none');
  // A telephone or a tablet has one at its back; elsewhere the wish is passed over. Codes need no more than this size.
  const wish = cameraId === '' ? { facingMode: 'environment' } : { deviceId: { exact: cameraId } };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...wish, width: { ideal: 1280 }, height: { ideal: 960 } },
    });
  } catch (error) {
    throw cameraFault(error);
  }
}

/** Names as in "Media Capture and Streams", §10.2. Firefox says AbortError where Chromium says NotReadableError. */
export function cameraFault(error: unknown): unknown {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return new Fault('camera/refused');
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return new Fault('camera/none');
  if (name === 'NotReadableError' || name === 'AbortError') return new Fault('camera/busy');
  return error;
}

/** Those there are to choose from: named once one of them was allowed. */
export async function cameras(): Promise<CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/**
 * Tells of every code that comes into sight, each text once, until `signal` says so.
 * @param found is waited for before the next picture is looked at.
 */
export async function watchCodes(
  video: HTMLVideoElement,
  found: (texts: readonly string[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  const told = new Set<string>();
  while (!signal.aborted) {
    await nextPicture(video);
    if (signal.aborted) return;
    const image = await createImageBitmap(video);
    const question: ScanQuestion = { image, quick: true };
    const codes = await ask<ScannedCode[]>(worker, question, [image]);
    const fresh = codes.map(({ text }) => text).filter((text) => !told.has(text));
    for (const text of fresh) told.add(text);
    if (fresh.length > 0 && !signal.aborted) await found(fresh);
  }
}

/** The browser calls for none while nobody sees the page, so nothing is looked at then. */
function nextPicture(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => resolve());
  });
}
