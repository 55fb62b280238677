/** Ente Auth, sealed by libsodium itself. */
import { execFileSync } from 'node:child_process';
import { json } from './fixture.ts';
import { bytes, DENO, password } from './seal.ts';

/** libsodium itself, called from Python. */
const SODIUM = `
import base64, ctypes, ctypes.util, json, sys
s = ctypes.CDLL(ctypes.util.find_library("sodium")); s.sodium_init()
q = json.load(sys.stdin); pw = q["password"].encode(); salt = base64.b64decode(q["salt"]); text = q["text"].encode()
key = ctypes.create_string_buffer(32)
s.crypto_pwhash.argtypes = [ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_size_t, ctypes.c_int]
assert s.crypto_pwhash(key, 32, pw, len(pw), salt, q["ops"], q["mem"], 2) == 0
state = ctypes.create_string_buffer(64); header = ctypes.create_string_buffer(24)
s.crypto_secretstream_xchacha20poly1305_init_push(state, header, key)
out = ctypes.create_string_buffer(len(text) + 17)
s.crypto_secretstream_xchacha20poly1305_push.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ubyte]
s.crypto_secretstream_xchacha20poly1305_push(state, out, None, text, len(text), None, 0, q["tag"])
print(json.dumps({"data": base64.b64encode(out.raw).decode(), "header": base64.b64encode(header.raw).decode()}))
`;

function enteFile(tag: number): string {
  const salt = bytes('ente salt', 16).toString('base64');
  const [opsLimit, memLimit] = [2, 8 * 1024 * 1024];
  const text = `otpauth://totp/Deno:Mason?secret=JBSWY3DPEHPK3PXP&issuer=Deno&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: true, trashed: false, note: 'n', tags: ['t'] }))}\n`;
  const input = JSON.stringify({ password, salt, text, ops: opsLimit, mem: memLimit, tag });
  const { data, header } = JSON.parse(execFileSync('python3', ['-c', SODIUM], { input, encoding: 'utf8' }));
  return json({
    version: 1,
    kdfParams: { memLimit, opsLimit, salt },
    encryptedData: data,
    encryptionNonce: header,
  });
}

export function enteFixtures() {
  return {
    ente: [0, 3].map((tag) => ({
      file: `tag${tag}.json`,
      content: enteFile(tag),
      password,
      entries: [{ ...DENO, pinned: true, note: 'n', tags: ['t'] }],
      skipped: [],
    })),
  };
}
