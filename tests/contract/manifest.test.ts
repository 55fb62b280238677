/** The manifest is a promise about power: what the browsers are told is written out here once more, and compared. */
import { describe, expect, test } from 'vitest';
import { readManifest, type Target } from '../tools/bundles.ts';

const TARGETS: readonly Target[] = ['chrome', 'firefox'];
const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'idle',
  'activeTab',
  'scripting',
  'contextMenus',
];
const OPTIONAL_PERMISSIONS = ['downloads', 'notifications', 'clipboardRead'];
const OPTIONAL_HOSTS = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'", 'https:'],
  'media-src': ["'self'", 'blob:', 'mediastream:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-src': ["'none'"],
  'frame-ancestors': ["'none'"],
};

describe.each(TARGETS)('%s', (target) => {
  const manifest = () => readManifest(target);

  test('is a manifest of version 3', () => expect(manifest().manifest_version).toBe(3));

  test('asks at install for nothing that reads a site', () => {
    expect(manifest().permissions).toEqual(target === 'chrome' ? [...PERMISSIONS, 'offscreen'] : PERMISSIONS);
    expect(manifest().host_permissions).toBeUndefined();
    expect(manifest().content_scripts).toBeUndefined();
  });

  test('may ask later for these and nothing else', () => {
    expect(manifest().optional_permissions).toEqual(OPTIONAL_PERMISSIONS);
    expect(manifest().optional_host_permissions).toEqual(OPTIONAL_HOSTS);
  });

  test('shows no file of ours to any page', () =>
    expect(manifest().web_accessible_resources).toBeUndefined());

  test('holds its own pages to a policy that loads nothing from elsewhere', () => {
    const { extension_pages: text, ...others } = manifest().content_security_policy as Record<string, string>;
    const policy = Object.fromEntries(
      (text ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(policy).toEqual(POLICY);
    expect(others).toEqual({});
  });

  test('carries a name and a description in every language it is written in', () => {
    expect(manifest().name).toBe('__MSG_extensionName__');
    expect(manifest().default_locale).toBe('en');
  });

  test('has no key under which it reaches other extensions, devices or the whole browser', () => {
    const unwanted = [
      'devtools_page',
      'chrome_url_overrides',
      'sandbox',
      'nacl_modules',
      'oauth2',
      'update_url',
    ];
    expect(Object.keys(manifest()).filter((key) => unwanted.includes(key))).toEqual([]);
  });
});

test('in Chrome no other extension and no page may send messages', () => {
  expect(readManifest('chrome').externally_connectable).toEqual({ ids: [] });
});

test('Chrome gets one id for every unpacked copy', () => {
  // The id is the first half of the SHA-256 of the key, with a–p for 0–f: a changed key would orphan every vault.
  expect(readManifest('chrome').key).toMatch(/^MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A/);
});

test('Firefox is told that no data is collected', () => {
  expect(readManifest('firefox').browser_specific_settings).toEqual({
    gecko: {
      id: 'tallystick@tallystick.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
});
