import { expect, test } from 'vitest';
import { otherOf } from '../../../components/state/bind.ts';

test.each([
  ['web-address', 'https://play.google.com/store/apps/details?id=x', 'web-address', 'play.google.com'],
  ['web-address', 'www.example.com', 'text', ''],
  ['wifi', 'WIFI:T:WPA;S:mynetwork;P:mypass;;', 'wifi', ''],
  [undefined, 'anything', 'text', ''],
])('%s in %j is named with its host and nothing more', (detail, text, is, host) => {
  expect(otherOf(detail, text)).toEqual({ is, host });
});
