/** Sheets to print, with addresses as text and as pictures. */
import { encode as encodePng } from 'fast-png';
import encodeQR from 'qr';
import { CAFE, ISSUU, SHENZHEN } from './accounts.ts';
import { escaped, uriOf } from './fixture.ts';

/** Black on nothing, as Ente draws it. */
function qrPng(text: string): string {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const scale = 3;
  const size = rows.length * scale;
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data[(y * size + x) * 4 + 3] = 255;
    }
  }
  return `data:image/png;base64,${Buffer.from(encodePng({ width: size, height: size, data, channels: 4, depth: 8 })).toString('base64')}`;
}

export function sheetFixtures() {
  return {
    'html-sheet': [
      {
        file: 'stratum.html',
        content: `<!doctype html><html><body><table><tr><th>Issuer</th><th>Username</th><th>OTP Auth URI</th></tr>${[
          CAFE,
          ISSUU,
        ]
          .map(
            (account) =>
              `<tr><td>${escaped(account.service)}</td><td>${account.login}</td><td><code>${uriOf(account)}</code></td></tr>`,
          )
          .join('')}</table></body></html>`,
        entries: [CAFE, ISSUU],
        skipped: [],
      },
      {
        file: 'aegis.html',
        content: `<html><body><table><tr>${['Issuer', 'Name', 'Type', 'QR Code', 'UUID', 'Note', 'Favorite', 'Algo', 'Digits', 'Secret', 'Counter', 'PIN'].map((name) => `<th>${name}</th>`).join('')}</tr>${[
          [
            escaped(CAFE.service),
            CAFE.login,
            'TOTP',
            `<img src="${qrPng(uriOf(CAFE))}"/>`,
            'u',
            'drawer',
            'true',
            'SHA256',
            '8',
            CAFE.otp.secretBase32,
            '-',
            '-',
          ],
          [
            'Issuu',
            'james',
            'HOTP',
            '<img src="data:image/png;base64,iVBORw0KGgo="/>',
            'u',
            '',
            'false',
            'SHA512',
            '7',
            ISSUU.otp.secretBase32,
            '5',
            '-',
          ],
          [
            'Lost',
            'x',
            'TOTP',
            '<img src="data:image/png;base64,iVBORw0KGgo="/>',
            'u',
            '',
            'false',
            'SHA1',
            '6',
            'JBSWY3DPEHPK3PXP',
            '-',
            '-',
          ],
        ]
          .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
          .join('')}</table></body></html>`,
        entries: [
          { ...CAFE, note: 'drawer', pinned: true },
          ISSUU,
          { service: 'Lost', otp: { kind: 'totp', periodSeconds: 30 }, notices: ['periodAssumed'] },
        ],
        skipped: [],
      },
      {
        // One byte a character: what does not fit is cut, and only the picture has it right.
        file: 'ente.html',
        content: Buffer.from(
          `<!DOCTYPE html>\n<html><body><table class="otp-entry"><tr><td><p><b>\u00b1\u2211</b></p><p><b>张伟</b></p><p class="group">Type: <b>totp</b></p><p>Algorithm: <b>sha1</b></p><p>Digits: <b>6</b></p><p>Secret: <b>${SHENZHEN.otp.secretBase32}</b></p></td><td class="otp-qr"><img src="${qrPng(uriOf(SHENZHEN))}" alt="QR Code"></td></tr></table></body></html>`,
          'latin1',
        ),
        entries: [SHENZHEN],
        skipped: [],
      },
    ],
  };
}
