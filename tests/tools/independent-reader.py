"""Opens a backup without any code of ours: age v1 after its specification, from Python's standard library alone.

    python3 independent-reader.py BACKUP SECRET_FILE > backup.json

SECRET_FILE holds the passphrase, the recovery key as on paper, or an age identity. Slow on purpose to be short: arithmetic on
Python's own numbers. Sources: C2SP age.md, RFC 7748 (X25519), RFC 8439 (ChaCha20-Poly1305), RFC 5869 (HKDF), BIP 173 (Bech32).
"""
import base64
import hashlib
import hmac
import struct
import sys
import unicodedata


def unpadded(text):
    return base64.b64decode(text + "=" * (-len(text) % 4))


def hkdf(key, salt, info):
    extracted = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def x25519(scalar, point):
    p = 2**255 - 19
    k = int.from_bytes(scalar, "little") & ~7 & ~(128 << 248) | 64 << 248
    u = int.from_bytes(point, "little") & (2**255 - 1)
    x2, z2, x3, z3 = 1, 0, u, 1
    for at in range(254, -1, -1):
        if k >> at & 1:
            x2, z2, x3, z3 = x3, z3, x2, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a, b * b, d * a, c * b
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % p, u * (da - cb) ** 2 % p
        x2, z2 = aa * bb % p, e * (aa + 121665 * e) % p
        if k >> at & 1:
            x2, z2, x3, z3 = x3, z3, x2, z2
    return (x2 * pow(z2, p - 2, p) % p).to_bytes(32, "little")


def chacha_block(key, counter, nonce):
    def rotate(value, by):
        return (value << by | value >> 32 - by) & 0xFFFFFFFF

    def quarter(s, a, b, c, d):
        for x, y, z, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) & 0xFFFFFFFF
            s[z] = rotate(s[z] ^ s[x], by)

    start = list(struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce))
    s = list(start)
    for _ in range(10):
        for at in range(4):
            quarter(s, at, 4 + at, 8 + at, 12 + at)
        for at in range(4):
            quarter(s, at, 4 + (at + 1) % 4, 8 + (at + 2) % 4, 12 + (at + 3) % 4)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(s, start)))


def poly1305(key, text):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(text), 16):
        total = (total + int.from_bytes(text[at : at + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def unseal(key, nonce, sealed):
    """Returns None where the tag does not fit."""
    text, tag = sealed[:-16], sealed[-16:]
    checked = text + bytes(-len(text) % 16) + struct.pack("<QQ", 0, len(text))
    if not hmac.compare_digest(poly1305(chacha_block(key, 0, nonce)[:32], checked), tag):
        return None
    stream = b"".join(chacha_block(key, 1 + at, nonce) for at in range(-(-len(text) // 64)))
    return bytes(a ^ b for a, b in zip(text, stream))


def regrouped(values, from_bits, to_bits):
    held = bits = 0
    out = []
    for value in values:
        held, bits = held << from_bits | value, bits + from_bits
        while bits >= to_bits:
            bits -= to_bits
            out.append(held >> bits & (1 << to_bits) - 1)
    return bytes(out)


def identity_key(text):
    """Of AGE-SECRET-KEY-1…; its checksum is left to whoever typed it."""
    data = text.strip().lower().split("age-secret-key-1", 1)[1].split()[0]
    return regrouped(["qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(sign) for sign in data[:-6]], 5, 8)[:32]


def paper_key(text):
    """13 groups of five; the fifth sign of each only checks the four before it."""
    signs = [sign for sign in text.upper() if sign.isalnum()]
    assert len(signs) == 65, "a recovery key has 13 groups of five"
    signs = [{"O": "0", "I": "1", "L": "1"}.get(sign, sign) for at, sign in enumerate(signs) if at % 5 < 4]
    return regrouped(["0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(sign) for sign in signs], 5, 8)[:32]


def file_key(kind, arguments, body, secret):
    if kind == "scrypt":
        salt = b"age-encryption.org/v1/scrypt" + unpadded(arguments[0])
        cost = 1 << int(arguments[1])
        words = unicodedata.normalize("NFKC", secret).encode()
        wrap = hashlib.scrypt(words, salt=salt, n=cost, r=8, p=1, maxmem=cost * 1024 + 2**20, dklen=32)
    else:
        key = identity_key(secret) if "age-secret-key-1" in secret.lower() else paper_key(secret)
        share = unpadded(arguments[0])
        own = x25519(key, (9).to_bytes(32, "little"))
        wrap = hkdf(x25519(key, share), share + own, b"age-encryption.org/v1/X25519")
    return unseal(wrap, bytes(12), body)


def opened(sealed, secret):
    end = sealed.index(b"\n--- ") + 4
    lines = sealed[:end].decode().split("\n")
    assert lines[0] == "age-encryption.org/v1" and lines[1].startswith("-> "), "not an age file"
    kind, *arguments = lines[1].split(" ")[1:]
    key = file_key(kind, arguments, unpadded(lines[2]), secret)
    if key is None:
        sys.exit("That does not open this file.")
    mac_end = sealed.index(b"\n", end + 1) + 1
    mac = hmac.new(hkdf(key, b"", b"header"), sealed[:end], hashlib.sha256).digest()
    assert hmac.compare_digest(mac, unpadded(sealed[end + 1 : mac_end - 1].decode())), "the header is damaged"
    stream = sealed[mac_end + 16 :]
    payload_key = hkdf(key, sealed[mac_end : mac_end + 16], b"payload")
    size = 64 * 1024 + 16
    chunks = [stream[at : at + size] for at in range(0, len(stream), size)]
    text = []
    for at, chunk in enumerate(chunks):
        nonce = at.to_bytes(11, "big") + bytes([at == len(chunks) - 1])
        part = unseal(payload_key, nonce, chunk)
        assert part is not None, "the file is damaged or its end is missing"
        text.append(part)
    return b"".join(text)


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as backup, open(sys.argv[2], encoding="utf-8") as secret_file:
        sys.stdout.buffer.write(opened(backup.read(), secret_file.read().strip("\n")))
