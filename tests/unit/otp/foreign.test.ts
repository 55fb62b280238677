import { expect, test } from 'vitest';
import { nameForeign } from '../../../utils/otp/foreign.ts';

test.each([
  ['', 'empty'],
  ['phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fexample.org', 'microsoft-phonefactor'],
  ['AbCdEfGhIjKlMnOpQrSt-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ==', 'duo-activation'],
  [
    'FIDO:/13086400838107303667332719012595115747821895775708323189557153075146383351399743589971313508078026',
    'passkey',
  ],
  ['WIFI:T:WPA;S:home;P:secret;;', 'wifi'],
  ['BEGIN:VCARD\nVERSION:3.0\nN:Doe\nEND:VCARD', 'vcard'],
  ['MECARD:N:Doe;;', 'vcard'],
  ['mailto:me@example.org', 'message'],
  ['tel:+4930123456', 'phone'],
  ['geo:52.5,13.4', 'place'],
  ['https://s.team/q/1/123', 'web-address'],
  ['www.example.org', 'web-address'],
  ['tg://login?token=x', 'app-link'],
  ['JBSW Y3DP EHPK 3PXP', 'bare-secret'],
  ['jbswy3dpehpk3pxp', 'bare-secret'],
  ['definitely not valid', 'text'],
  ['Hello', 'text'],
])('%j is %s', (text, name) => {
  expect(nameForeign(text)).toBe(name);
});
