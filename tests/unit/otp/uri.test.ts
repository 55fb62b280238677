import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase32 } from '../../../utils/encoding/base32.ts';
import type { OtpDraft } from '../../../utils/otp/draft.ts';
import type { OtpParameters } from '../../../utils/otp/kind.ts';
import { codeOf, KINDS } from '../../../utils/otp/kinds.ts';
import { readOtpUri, writeOtpUri } from '../../../utils/otp/uri.ts';

function only(text: string): OtpDraft {
  const { drafts, problems } = readOtpUri(text);
  expect(problems).toEqual([]);
  expect(drafts).toHaveLength(1);
  return drafts[0]!;
}

const SECRET = 'secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ';

// The example of the "Key Uri Format" page.
test('the example of the format page is read', () => {
  const text =
    'otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30';
  expect(only(text)).toEqual({
    service: 'ACME Co',
    login: 'john.doe@email.com',
    otp: {
      kind: 'totp',
      secretBase32: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
      hash: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    extra: {},
    notices: [],
  });
});

test.each([
  ['Big%20Company%3Ame%40x', '', 'Big Company', 'me@x'],
  ['A%26B%3FC%23D%3DE:me', '&issuer=A%26B%3FC%23D%3DE', 'A&B?C#D=E', 'me'],
  ['Mongo Atlas:Acc !@#444', '&issuer=Mongo Atlas', 'Mongo Atlas', 'Acc !@#444'],
  ['Air%20Canada:me', '&issuer=Air+Canada', 'Air Canada', 'me'],
  ['me', '&issuer=Air+Canada', 'Air Canada', 'me'],
  ['Disney+:me', '&issuer=Disney+', 'Disney+', 'me'],
  ['me', '&issuer=Disney+', 'Disney+', 'me'],
  ['C++ Forum:me', '&issuer=C++ Forum', 'C++ Forum', 'me'],
  ['a+b@x.org', '&issuer=X', 'X', 'a+b@x.org'],
  ['Matrix:@ed:matrix.org', '', 'Matrix', '@ed:matrix.org'],
  ['a:b:me', '&issuer=a:b', 'a:b', 'me'],
  ['X:%20%20%20me', '', 'X', 'me'],
  ['Test%20Account:', '&issuer=Test%20Account', 'Test Account', ''],
  ['me@example.com%2FMeraki', '', 'Meraki', 'me@example.com'],
  ['你好世界:我', '', '你好世界', '我'],
  ['100%:me', '', '100%', 'me'],
])('label %s with %s is %s and %s', (label, rest, service, login) => {
  expect(only(`otpauth://totp/${label}?${SECRET}${rest}`)).toMatchObject({ service, login, notices: [] });
});

test('what is not said is not guessed but told', () => {
  expect(only(`otpauth://totp/me?${SECRET}`)).toMatchObject({
    service: '',
    login: 'me',
    notices: ['noService'],
  });
  const differing = only(`otpauth://totp/One:me?${SECRET}&issuer=Two`);
  expect(differing).toMatchObject({ service: 'One', extra: { issuer: 'Two' }, notices: ['issuerDiffers'] });
  expect(only(`otpauth://hotp/X:me?${SECRET}`)).toMatchObject({
    otp: { counter: 0 },
    notices: ['counterAssumed'],
  });
  expect(only('otpauth://totp/X:me?secret=JBSWY3DP')).toMatchObject({ notices: ['secretShort'] });
  expect(only('otpauth://totp/X:me?secret=JBSWY3DPEHPK3PXPAA7')).toMatchObject({
    notices: ['secretCutShort'],
  });
  expect(only(`otpauth://totp/Steam:me?${SECRET}`)).toMatchObject({
    otp: { kind: 'totp' },
    notices: ['steamByName'],
  });
});

test.each([
  `otpauth://steam/Steam:me?${SECRET}`,
  `otpauth://totp/Steam:me?${SECRET}&steam`,
  `OTPAUTH://TOTP/Steam:me?${SECRET}&digits=5&encoder=steam`,
])('Steam is told by what it says of itself: %s', (text) => {
  expect(only(text)).toMatchObject({
    service: 'Steam',
    login: 'me',
    otp: { kind: 'steam', digits: 5 },
    extra: {},
  });
});

test('an address that is only a secret is read, and a game is none', () => {
  expect(only('steam://HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')).toMatchObject({
    service: 'Steam',
    otp: { kind: 'steam' },
  });
  expect(only('steam://STEAMKEY')).toMatchObject({ otp: { kind: 'steam', secretBase32: 'STEAMKEY' } });
  for (const other of ['steam://rungameid/440', 'steam://settings', 'steam://downloads']) {
    expect(() => readOtpUri(other)).toThrow('otp/not-an-otp: app-link');
  }
});

test('a PIN that is not in the address is asked for, not lost', () => {
  const scanned = only('otpauth://yaotp/me?secret=ORSXG5DJNZTXIZLTORUW4ZZRGI&pin_length=4');
  expect(scanned).toMatchObject({
    service: 'Yandex',
    login: 'me',
    extra: { pin_length: '4' },
    notices: ['pinNeeded'],
  });
  expect(() => codeOf(scanned.otp, 0)).toThrow('otp/missing-pin');
  const motp = only('motp://Home:me?secret=30edcc8edae50a60');
  expect(motp).toMatchObject({ service: 'Home', login: 'me', otp: { kind: 'motp' }, notices: ['pinNeeded'] });
});

test.each(['sha256', 'SHA-256', 'HmacSHA256', 'HMAC-SHA-256', 'Algorithm.sha256'])('%s is SHA256', (name) => {
  expect(only(`otpauth://totp/X:me?${SECRET}&algorithm=${name}`).otp.hash).toBe('SHA256');
});

test.each([
  [`otpauth://totp/X:me?${SECRET}&algorithm=SHA3-512`, 'otp/unknown-algorithm'],
  [`otpauth://totp/X:me?${SECRET}&algorithm=MD5`, 'otp/unknown-algorithm'],
  [`otpauth://totp/X:me?${SECRET}&digits=3`, 'otp/bad-digits'],
  [`otpauth://totp/X:me?${SECRET}&digits=11`, 'otp/bad-digits'],
  [`otpauth://totp/X:me?${SECRET}&digits=6.5`, 'otp/bad-digits'],
  [`otpauth://steam/X:me?${SECRET}&digits=6`, 'otp/bad-digits'],
  [`otpauth://totp/X:me?${SECRET}&period=0`, 'otp/bad-period'],
  [`otpauth://totp/X:me?${SECRET}&period=-30`, 'otp/bad-period'],
  [`otpauth://hotp/X:me?${SECRET}&counter=18446744073709551615`, 'otp/bad-counter'],
  ['otpauth://totp/X:me?issuer=X', 'otp/malformed-uri: secret'],
  ['otpauth://totp/X:me?secret=', 'otp/malformed-uri: secret'],
  ['otpauth://totp/X:me?secret=A', 'otp/secret-too-short'],
  ['otpauth://totp/X:me?secret=JBSW0Y3DP', 'otp/malformed-secret: 5 0'],
  [`otpauth://totp/X:me?${SECRET}&secret=JBSWY3DP`, 'otp/malformed-uri: secret'],
  [`otpauth://totp/X:me?${SECRET}&encoder=rsa`, 'otp/unknown-kind'],
  [`otpauth://rsa/X:me?${SECRET}`, 'otp/unknown-kind'],
  ['motp://Home:me?secret=30edcc8', 'otp/malformed-secret: 8'],
  ['otpauth://yaotp/me?secret=ORSXG5DJNZTXIZLTORUW4ZZRGI&pin_length=many', 'otp/malformed-uri: pin_length'],
])('%s is refused', (text, message) => {
  expect(() => readOtpUri(text)).toThrow(expect.objectContaining({ message }));
});

test('a known name without a value says nothing', () => {
  const text = `otpauth://totp/X:me?${SECRET}&issuer&digits=&period=null&algorithm`;
  expect(only(text)).toMatchObject({ service: 'X', otp: { digits: 6, periodSeconds: 30 } });
  expect(only(text).extra).toEqual({});
});

test('a fault never holds the secret', () => {
  const secret = 'JBSWY3DPEHPK3PX0';
  for (const rest of ['', '&digits=99', '&algorithm=X']) {
    try {
      readOtpUri(`otpauth://totp/X:me?secret=${secret}${rest}`);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret.slice(0, 5));
    }
  }
});

test('many lines are read, and a bad one spoils nothing', () => {
  const text = `# kept since 2019\r\n\r\notpauth://totp/A:me?${SECRET}\r\nnonsense\r\notpauth://totp/B:me?secret=1\notpauth://hotp/C:me?${SECRET}&counter=7`;
  const { drafts, problems } = readOtpUri(text);
  expect(drafts.map(({ service }) => service)).toEqual(['A', 'C']);
  expect(problems).toEqual([
    { line: 4, code: 'otp/not-an-otp', detail: 'text' },
    { line: 5, code: 'otp/malformed-secret', detail: '1 1' },
  ]);
});

const name = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.trim());
const parameters: fc.Arbitrary<OtpParameters> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    secretBase32: fc.uint8Array({ minLength: 16, maxLength: 40 }).map(encodeBase32),
    hash: fc.constantFrom(
      'SHA1' as const,
      'SHA224' as const,
      'SHA256' as const,
      'SHA384' as const,
      'SHA512' as const,
    ),
    digits: fc.integer({ min: 4, max: 10 }),
    periodSeconds: fc.integer({ min: 1, max: 100_000 }),
    counter: fc.nat(),
    pin: fc.string({ minLength: 1, maxLength: 8 }),
  })
  .map(({ kind, secretBase32, pin, ...chosen }) => ({
    ...kind.usual,
    kind: kind.id,
    secretBase32,
    ...(kind.fixed ? {} : { hash: chosen.hash, digits: chosen.digits }),
    ...(kind.fixed || kind.moves === 'counter' ? {} : { periodSeconds: chosen.periodSeconds }),
    ...(kind.moves === 'counter' ? { counter: chosen.counter } : {}),
    ...(kind.needsPin ? { pin } : {}),
  }));
const extra = fc.dictionary(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map((key) => `x-${key}`),
  fc.string({ unit: 'binary', maxLength: 8 }),
  { maxKeys: 3, noNullPrototype: true },
);

test('what is written is read again, to the last parameter', () => {
  fc.assert(
    fc.property(name, name, parameters, extra, (service, login, otp, rest) => {
      const implied = KINDS.find(({ id }) => id === otp.kind)?.service ?? '';
      const draft = { service: service || implied, login, otp, extra: rest };
      expect({ ...only(writeOtpUri(draft)), notices: [] }).toEqual({ ...draft, notices: [] });
    }),
    { numRuns: 500 },
  );
});

test('whatever text comes, it is read or refused by a fault', () => {
  const pieces = fc.constantFrom(
    'otpauth://',
    'otpauth-migration://offline?data=',
    'steam://',
    'motp://',
    'totp/',
    'secret=',
    'JBSWY3DPEHPK3PXP',
    '&issuer=',
    '&encoder=',
    '&steam',
    '%E0%A4%A',
    ':',
    '?',
    '+',
    '__proto__',
    '\n',
  );
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary' })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (parts) => {
      try {
        readOtpUri(parts.join(''));
      } catch (error) {
        expect(error).toMatchObject({ name: 'Fault', code: expect.stringMatching(/^otp\//) });
      }
    }),
    { numRuns: 3000 },
  );
});

test('long texts made to be slow are not', { timeout: 2000 }, () => {
  for (const part of ['@', '+', '%', ':', '&a', '=', '?']) {
    const long = part.repeat(60_000);
    only(`otpauth://totp/${long.replaceAll('?', '')}?${SECRET}&issuer=${long.replaceAll('&', '')}x`);
    expect(() => readOtpUri(long)).toThrow('otp/');
  }
});
