import { expect, test } from 'vitest';
import { readTypedOtp, type TypedOtp, typedOtpOf } from '../../../utils/otp/typed-otp.ts';

function typed(parts: Partial<TypedOtp>): TypedOtp {
  return { kind: 'totp', secret: 'jbsw y3dp-ehpk 3pxp', hash: 'SHA1', digits: 6, ...parts };
}

test('spaces, dashes and lower case are forgiven, and what is not said is usual', () => {
  expect(readTypedOtp(typed({}))).toEqual({
    kind: 'totp',
    secretBase32: 'JBSWY3DPEHPK3PXP',
    hash: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  });
  expect(readTypedOtp(typed({ kind: 'hotp', hash: 'sha-256', counter: 5 }))).toEqual({
    kind: 'hotp',
    secretBase32: 'JBSWY3DPEHPK3PXP',
    hash: 'SHA256',
    digits: 6,
    counter: 5,
  });
});

test('a kind that leaves no choice takes its own parameters', () => {
  expect(readTypedOtp(typed({ kind: 'steam', digits: 6, periodSeconds: 60 }))).toMatchObject({
    digits: 5,
    periodSeconds: 30,
  });
});

test('Mobile-OTP takes hex and a PIN, and forms get it back as it was typed', () => {
  const otp = readTypedOtp(typed({ kind: 'motp', secret: '30ED CC8E DAE5 0A60', pin: ' 1234 ' }));
  expect(otp).toEqual({
    kind: 'motp',
    secretBase32: 'GDW4ZDW24UFGA',
    hash: 'MD5',
    digits: 6,
    periodSeconds: 10,
    pin: '1234',
  });
  expect(typedOtpOf(otp)).toMatchObject({ kind: 'motp', secret: '30edcc8edae50a60', pin: '1234' });
});

test.each([
  [{ kind: 'rsa' }, 'otp/unknown-kind'],
  [{ secret: 'JBSW 0Y3D' }, 'otp/malformed-secret: 6 0'],
  [{ secret: ' ' }, 'otp/secret-too-short'],
  [{ hash: 'MD5' }, 'otp/unknown-algorithm'],
  [{ hash: 'CRC' }, 'otp/unknown-algorithm'],
  [{ digits: 3 }, 'otp/bad-digits'],
  [{ digits: 6.5 }, 'otp/bad-digits'],
  [{ digits: Number.NaN }, 'otp/bad-digits'],
  [{ periodSeconds: 0 }, 'otp/bad-period'],
  [{ kind: 'hotp', counter: -1 }, 'otp/bad-counter'],
  [{ kind: 'hotp', counter: 2 ** 53 }, 'otp/bad-counter'],
  [{ kind: 'motp', secret: '30edcc8edae50a60' }, 'otp/missing-pin'],
  [{ kind: 'yandex', secret: 'JBSWY3DPEHPK3PXP', pin: '1' }, 'otp/secret-too-short'],
])('%j names the field', (parts, message) => {
  expect(() => readTypedOtp(typed(parts))).toThrow(expect.objectContaining({ message }));
});
