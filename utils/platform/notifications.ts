/** Local notifications: asked for when they are first wanted, shown by the browser, sent nowhere. */
import { browser } from 'wxt/browser';

/** Call first in the click handler: the browser asks once. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

export async function notify(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** The browser's API is there only once the permission is: the listener is set when it comes, too. */
export function onNotificationClicked(listener: (id: string) => void): void {
  const listen = () => {
    if (browser.notifications?.onClicked?.hasListener(listener) === false) {
      browser.notifications.onClicked.addListener(listener);
    }
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
