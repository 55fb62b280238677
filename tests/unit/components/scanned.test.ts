import { expect, test } from 'vitest';
import { whatIs } from '../../../components/state/bind.ts';

// Formats as in ZXing's "Barcode Contents" page.
test.each([
  ['https://play.google.com/store/apps/details?id=x', { kind: 'web', host: 'play.google.com' }],
  ['WIFI:T:WPA;S:mynetwork;P:mypass;;', { kind: 'wifi' }],
  ['BEGIN:VCARD\nVERSION:3.0\nEND:VCARD', { kind: 'contact' }],
  ['MECARD:N:Owen,Sean;;', { kind: 'contact' }],
  ['https://', { kind: 'text' }],
  ['JBSWY3DPEHPK3PXP', { kind: 'text' }],
])('%j is named for what it is', (text, is) => {
  expect(whatIs(text)).toEqual(is);
});
