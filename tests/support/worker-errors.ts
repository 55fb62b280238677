/** Errors that nobody caught in the service worker: Playwright shows its console but not these, nor any from before it looked. */
import type { CDPSession } from '@playwright/test';
import { browserSession, targets } from './browser-commands.ts';
import type { LaunchedChromium } from './chromium.ts';

interface Thrown {
  readonly method: string;
  readonly params?: {
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
}

/** `report` is called for errors of the past as well: the browser keeps them and tells whoever asks. */
export async function watchWorkerErrors(
  launched: LaunchedChromium,
  report: (text: string) => void,
): Promise<void> {
  const session = await browserSession(launched);
  const attached = new Set<string>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as Thrown;
    if (method !== 'Runtime.exceptionThrown') return;
    const details = params?.exceptionDetails;
    report(
      `service worker: ${details?.exception?.description ?? details?.text ?? 'an error without a text'}`,
    );
  });
  const attachAll = () => attachWorkers(session, launched.extensionId, attached);
  launched.context.on('serviceworker', () => void attachAll().catch(() => {}));
  await attachAll();
}

async function attachWorkers(session: CDPSession, extensionId: string, attached: Set<string>): Promise<void> {
  for (const { type, url, targetId } of await targets(session)) {
    if (type !== 'service_worker' || !url.includes(extensionId) || attached.has(targetId)) continue;
    attached.add(targetId);
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.enable' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
}
