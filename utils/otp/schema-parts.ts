/** The pieces that the schemas of the kinds are made of. The ranges are what other authenticators can hold. */
import * as v from 'valibot';

export const secretBase32 = v.pipe(v.string(), v.regex(/^[A-Z2-7]{2,}$/), v.maxLength(4096));

/** Hashes whose digest is long enough to truncate at any offset: RFC 4226 §5.3 needs 19 bytes, so MD5 is none of them. */
export const HMAC_HASHES = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512'] as const;
export const hmacHash = v.picklist(HMAC_HASHES);

/** Ten is the most that 31 bits can fill; fewer than four protects nothing. */
export const digits = v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(10));

export const periodSeconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));

export const counter = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Optional: what was scanned or imported has none, and its secret is worth keeping until the owner adds it. */
export const pin = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(32)));
