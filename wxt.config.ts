/** What is built for which browser: the manifest is the promise about permissions, so it is written out here and tested. */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { OFFLINE_PAGE, offlinePage } from './tests/tools/offline-page.ts';
import { ownCopies } from './tests/tools/vite-own-copies.ts';
import { popupChunks } from './tests/tools/vite-popup-chunks.ts';
import { withoutForeignAddress } from './tests/tools/vite-without-foreign-address.ts';

const extensionPages = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https:",
  "media-src 'self' blob: mediastream:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Gives unpacked builds one id everywhere, so that a vault survives a move of the folder. Public half only. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqtBjhMl0tR21Fy9Zvkj8heMKmOsNzXdJd6xBYy4poDPpH1QAn9sqWqD+1fbf9Q7mC6fv+rEPQzV70nOsnVegpq+HuVHuzFaVafTsOcp8zXQd4lcy5K4RES8owNoy3Vhiz4u89a2u9DArhIgdVp2oBEaqwPZjhqOM79ESc8O6N5sovpOf39YCakTcGcfJeQj6jUMHBSeGIHZ/N0A5V1a+BthK+MdmaxGDNBYMlrVE7JUFoLbp9f3xF4IijKaj0HWxQMyJYIFSAWfi/1rmCGEWUtdsHlFFP0hMmrkSOI7U2PHz4ZNCsTpnm8BEoiGiVjzmqmY3bJNMtKLCT2cjmyHAeQIDAQAB';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    async 'build:publicAssets'(_wxt, files) {
      files.push({ relativeDest: OFFLINE_PAGE, contents: await offlinePage() });
    },
  },
  vite: () => ({
    plugins: [preact(), withoutForeignAddress(), ownCopies(), popupChunks()],
    build: { target: 'es2023', modulePreload: { polyfill: false } },
    worker: { format: 'es', plugins: () => [withoutForeignAddress()] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'activeTab',
      'scripting',
      'contextMenus',
      // Only for the page that nobody sees: Chromium shows no warning for it, and Firefox needs none.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    omnibox: { keyword: 'tally' },
    options_ui: { page: 'manager.html', open_in_tab: true },
    optional_permissions: ['downloads', 'notifications', 'clipboardRead'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: { extension_pages: extensionPages },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y' } },
      'fill-code': { description: '__MSG_commandFill__', suggested_key: { default: 'Ctrl+Shift+K' } },
      'lock-vault': { description: '__MSG_commandLock__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tallystick@tallystick.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: KEY, minimum_chrome_version: '120', externally_connectable: { ids: [] } }),
  }),
});
