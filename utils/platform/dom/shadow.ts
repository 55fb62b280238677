/** Shadow roots as an extension may see them: closed ones too, by function in Chromium and by property in Firefox. */
import { browser } from 'wxt/browser';

export function shadowOf(host: HTMLElement): ShadowRoot | null {
  const open =
    host.shadowRoot ?? (host as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (open !== null && open !== undefined) return open;
  return host.localName.includes('-') ? (browser.dom?.openOrClosedShadowRoot(host) ?? null) : null;
}
