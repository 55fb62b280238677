/** The baseline of unlocking: Argon2id with the vault's own parameters, and nothing around it. */
import { argon2id } from 'hash-wasm';

export interface BareQuestion {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

addEventListener('message', async ({ data }: MessageEvent<BareQuestion>) => {
  const key = await argon2id({
    password: 'seven wooden tallies fit again',
    salt: new Uint8Array(16),
    memorySize: data.memoryKib,
    iterations: data.passes,
    parallelism: data.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  postMessage(key.length);
});
