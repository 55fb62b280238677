/** Lists of addresses. */
import { CAFE, ISSUU, SHENZHEN, STEAM } from './accounts.ts';
import { uriOf } from './fixture.ts';

export function listFixtures() {
  return {
    'otpauth-list': [
      {
        file: 'list.txt',
        content: [
          '# written after Google\'s "Key Uri Format"',
          uriOf(CAFE),
          uriOf(ISSUU),
          `steam://${STEAM.otp.secretBase32}`,
          'otpauth://totp/Lost:One?secret=JBSWY3DPEHPK3PXP&algorithm=GOST3411',
          'https://example.com/not-an-account',
          '',
        ].join('\r\n'),
        entries: [CAFE, ISSUU, { ...STEAM, service: 'Steam', login: '' }],
        skipped: [
          { where: 'line 5', why: 'otp/unknown-algorithm' },
          { where: 'line 6', why: 'otp/not-an-otp', detail: 'web-address' },
        ],
      },
      {
        file: 'ente.txt',
        content: `${[
          `${uriOf(CAFE)}&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: true, trashed: false, tags: ['work', 'travel'], note: 'in the drawer' }))}`,
          `"otpauth://totp/C# Corner:b?secret=JBSWY3DPEHPK3PXP&issuer=C# Corner&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: false, trashed: true, tags: [], note: '' }))}"`,
        ].join(',')}\n`,
        entries: [
          { ...CAFE, note: 'in the drawer', tags: ['work', 'travel'], pinned: true, trashed: false },
          { service: 'C# Corner', login: 'b', trashed: true },
        ],
        skipped: [],
      },
      {
        file: 'utf16.txt',
        content: Buffer.from(`\uFEFF${uriOf(SHENZHEN)}\r\n`, 'utf16le'),
        entries: [SHENZHEN],
        skipped: [],
      },
      {
        // The second of two parts: batch_size 2, batch_index 1.
        file: 'migration-part.txt',
        content: `otpauth-migration://offline?data=${encodeURIComponent(
          Buffer.concat([
            Buffer.from([0x0a, 0x12, 0x0a, 10]),
            Buffer.from('48656c6c6f21deadbeef', 'hex'),
            Buffer.from([0x12, 4]),
            Buffer.from('Deno'),
            Buffer.from([0x10, 1, 0x18, 2, 0x20, 1, 0x28, 7]),
          ]).toString('base64'),
        )}\n`,
        entries: [
          {
            service: '',
            login: 'Deno',
            otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP' },
            notices: ['noService'],
          },
        ],
        skipped: [{ where: '1/2', why: 'import/part-missing' }],
      },
    ],
  };
}
