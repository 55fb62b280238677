/** A password-protected Bitwarden export at any cost, sealed by Node's own cryptography. Source: Bitwarden's security white paper. */
import * as nodeCrypto from 'node:crypto';
import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** Newer than the types we build with. */
const { argon2Sync } = nodeCrypto as unknown as {
  argon2Sync(algorithm: string, parameters: object): Buffer;
};

export interface BitwardenCost {
  readonly kdfType: 0 | 1;
  readonly kdfIterations: number;
  readonly kdfMemory?: number;
  readonly kdfParallelism?: number;
}

/** One login named `GitHub`. */
export function bitwardenFile(password: string, cost: BitwardenCost): string {
  const salt = randomBytes(16).toString('base64');
  const master = cost.kdfType === 0 ? byPbkdf2(password, salt, cost) : byArgon2(password, salt, cost);
  const seal = sealer(master);
  const login = { username: 'ann', totp: 'JBSWY3DPEHPK3PXP', uris: [] };
  const items = [{ id: 'one', type: 1, name: 'GitHub', notes: null, favorite: false, login }];
  return bitwardenAsking(
    cost,
    salt,
    seal(randomBytes(16).toString('hex')),
    seal(JSON.stringify({ encrypted: false, folders: [], items })),
  );
}

/** For files that nobody gets to open. */
export function bitwardenAsking(
  cost: BitwardenCost,
  salt = 'AAAAAAAAAAAAAAAAAAAAAA==',
  check = '2.a|b|c',
  data = check,
): string {
  return JSON.stringify({
    encrypted: true,
    passwordProtected: true,
    salt,
    ...cost,
    encKeyValidation_DO_NOT_EDIT: check,
    data,
  });
}

const byPbkdf2 = (password: string, salt: string, { kdfIterations }: BitwardenCost) =>
  pbkdf2Sync(password, salt, kdfIterations, 32, 'sha256');

const byArgon2 = (password: string, salt: string, cost: BitwardenCost) =>
  argon2Sync('argon2id', {
    message: Buffer.from(password),
    nonce: createHash('sha256').update(salt).digest(),
    memory: (cost.kdfMemory ?? 0) * 1024,
    passes: cost.kdfIterations,
    parallelism: cost.kdfParallelism ?? 1,
    tagLength: 32,
  });

/** HKDF's second half for one block: RFC 5869 §2.3. */
const expanded = (key: Buffer, info: string) => createHmac('sha256', key).update(`${info}\x01`).digest();

function sealer(master: Buffer): (text: string) => string {
  const [key, macKey] = [expanded(master, 'enc'), expanded(master, 'mac')];
  return (text) => {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    const mac = createHmac('sha256', macKey).update(iv).update(sealed).digest();
    return `2.${[iv, sealed, mac].map((bytes) => bytes.toString('base64')).join('|')}`;
  };
}
