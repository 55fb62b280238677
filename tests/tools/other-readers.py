"""Reads what we write for other apps, by the rules of those apps' own readers and by none of our code: Python's standard library.

    other-readers.py FORMAT < FILE      prints [{"service", "login", "kind", "code", "counter"}] as JSON, for 2023-11-14 22:13:20 UTC

Sources: beemdevelopment/Aegis OtpInfo, VaultEntry, MOTP, YAOTP; twofas/2fas-android BackupService.kt; stratumauth/app
doc/BACKUP_FORMAT.md, SecretUtil; ente/ente code.dart; bitwarden/clients totp; protonpass/proton-pass-common exporter.rs;
keepassxc totp.cpp; Aegis google_auth.proto.
"""
import base64, csv, hashlib, hmac, io, json, struct, sys, uuid
from urllib.parse import parse_qs, unquote, unquote_to_bytes, urlsplit

NOW = 1_700_000_000


def key_of(secret):
    assert secret == secret.upper() and secret, "base32 as apps decode it"
    return base64.b32decode(secret + "=" * (-len(secret) % 8))


def truncated(key, step, algorithm):
    digest = hmac.new(key, struct.pack(">Q", step), algorithm.lower()).digest()
    at = digest[-1] & 15
    return struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF


def steam(key):
    number, code = truncated(key, NOW // 30, "sha1"), ""
    for _ in range(5):
        number, at = divmod(number, 26)
        code += "23456789BCDFGHJKMNPQRTVWXY"[at]
    return code


def motp(secret_hex, pin):
    return hashlib.md5(f"{NOW // 10}{secret_hex}{pin}".encode()).hexdigest()[:6]


def yandex(key, pin):
    hashed = hashlib.sha256(pin.encode() + key[:16]).digest()
    hashed = hashed[1:] if hashed[0] == 0 else hashed
    digest = hmac.new(hashed, struct.pack(">Q", NOW // 30), "sha256").digest()
    at = digest[-1] & 15
    number, code = struct.unpack(">Q", digest[at : at + 8])[0] & (2**63 - 1), ""
    for _ in range(8):
        number, letter = divmod(number, 26)
        code = chr(97 + letter) + code
    return code


def counted(key, kind, algorithm, digits, period, counter):
    step = counter if kind == "hotp" else NOW // period
    return str(truncated(key, step, algorithm) % 10**digits).zfill(digits)


def entry(service, login, kind, code, counter=None):
    assert isinstance(service, str) and isinstance(login, str)
    return {"service": service, "login": login, "kind": kind, "code": code, "counter": counter}


def number(value, least, most):
    assert type(value) is int and least <= value <= most, value
    return value


INT, LONG = 2**31 - 1, 2**63 - 1


def aegis(text):
    file = json.loads(text)
    assert file["version"] == 1 and file["header"] == {"slots": None, "params": None}
    db = file["db"]
    assert db["version"] == 3
    groups = {str(uuid.UUID(group["uuid"])) for group in db["groups"]}
    found = []
    for one in db["entries"]:
        uuid.UUID(one["uuid"])
        assert one["icon"] is None and type(one["favorite"]) is bool and type(one["note"]) is str
        assert all(str(uuid.UUID(group)) in groups for group in one["groups"])
        info, kind = one["info"], one["type"]
        key, algorithm, digits = key_of(info["secret"]), info["algo"], number(info["digits"], 1, 10)
        assert algorithm in ("SHA1", "SHA256", "SHA512") or (kind, algorithm) == ("motp", "MD5")
        if kind == "motp":
            code = motp(key.hex(), info["pin"])
        elif kind == "yandex":
            code = yandex(key, info["pin"])
        elif kind == "steam":
            number(info["period"], 1, INT)
            code = steam(key)
        else:
            assert kind in ("totp", "hotp")
            period = kind == "hotp" or number(info["period"], 1, INT)
            counter = number(info["counter"], 0, LONG) if kind == "hotp" else 0
            code = counted(key, kind, algorithm, digits, period, counter)
        found.append(entry(one["issuer"], one["name"], kind, code, info.get("counter")))
    return found


def twofas(text):
    file = json.loads(text)
    assert file["schemaVersion"] == 4 and "servicesEncrypted" not in file and not file.get("reference")
    groups = {group["id"] for group in file["groups"]}
    found = []
    for one in file["services"]:
        otp = one["otp"]
        number(one["updatedAt"], 0, LONG), number(one["order"]["position"], 0, INT)
        assert one.get("groupId") is None or one["groupId"] in groups
        assert one["icon"]["selected"] in ("Brand", "Label", "IconCollection")
        assert one["icon"]["label"]["backgroundColor"] == "Default" and otp["source"] in ("Link", "Manual")
        kind, key = otp["tokenType"].lower(), key_of(one["secret"])
        assert otp["algorithm"] in ("SHA1", "SHA224", "SHA256", "SHA384", "SHA512")
        digits, period = number(otp["digits"], 5, 8), otp.get("period", 30)
        # Int? in Kotlin: a greater one spoils the whole file.
        counter = number(otp["counter"], 0, INT) if kind == "hotp" else None
        assert period in (10, 30, 60, 90)
        code = steam(key) if kind == "steam" else counted(key, kind, otp["algorithm"], digits, period, counter)
        found.append(entry(one["name"], otp["account"], kind, code, counter))
    return found


def stratum(text):
    file = json.loads(text)
    secrets = [one["Secret"] for one in file["Authenticators"]]
    assert len(set(secrets)) == len(secrets), "the secret is the key of its table"
    categories = {one["Id"]: one["Name"] for one in file["Categories"]}
    assert all(hashlib.sha1(name.encode()).hexdigest()[:8] == id for id, name in categories.items())
    for one in file["AuthenticatorCategories"]:
        assert one["CategoryId"] in categories and one["AuthenticatorSecret"] in secrets
    found = []
    for one in file["Authenticators"]:
        kind = ["", "hotp", "totp", "motp", "steam", "yandex"][one["Type"]]
        assert 0 < len(one["Issuer"].strip()) <= 32 and len(one["Username"] or "") <= 40
        algorithm = ["SHA1", "SHA256", "SHA512"][one["Algorithm"]]
        digits, period = number(one["Digits"], 5, 10), number(one["Period"], 1, INT)
        counter = number(one["Counter"], 0, LONG)
        if kind == "motp":
            assert len(one["Secret"]) >= 16
            code = motp(one["Secret"], one["Pin"])
        elif kind == "yandex":
            assert len(key_of(one["Secret"])) >= 16
            code = yandex(key_of(one["Secret"]), one["Pin"])
        elif kind == "steam":
            code = steam(key_of(one["Secret"]))
        else:
            code = counted(key_of(one["Secret"]), kind, algorithm, digits, period, counter)
        found.append(entry(one["Issuer"], one["Username"], kind, code, counter if kind == "hotp" else None))
    return found


def address(text):
    uri = urlsplit(text)
    query = {name: values[0] for name, values in parse_qs(uri.query, strict_parsing=True).items()}
    label = unquote(uri.path[1:])
    issuer = query.get("issuer", "")
    # code.dart: an issuer with a colon, then the first colon.
    login = label[len(issuer) + 1 :] if label.startswith(f"{issuer}:") else label.split(":", 1)[-1]
    return uri, query, issuer, login


def by_address(text):
    uri, query, issuer, login = address(text)
    assert uri.scheme == "otpauth" and not uri.fragment
    key, kind = key_of(query["secret"]), uri.netloc
    if kind == "steam" or query.get("encoder") == "steam":
        return entry(issuer, login, "steam", steam(key))
    algorithm, digits = query.get("algorithm", "SHA1"), int(query.get("digits", "6"))
    assert kind in ("totp", "hotp") and algorithm in ("SHA1", "SHA256", "SHA512")
    counter = int(query["counter"]) if kind == "hotp" else None
    code = counted(key, kind, algorithm, digits, int(query.get("period", "30")), counter)
    return entry(issuer, login, kind, code, counter)


def ente(text):
    found = []
    for line in text.splitlines():
        display = json.loads(address(line)[1]["codeDisplay"])
        assert display["trashed"] is False and type(display["pinned"]) is bool
        assert all(type(tag) is str for tag in display["tags"]) and type(display["note"]) is str
        found.append(by_address(line))
    return found


def bitwarden(text):
    file = json.loads(text)
    folders = {one["id"]: one["name"] for one in file["folders"]}
    assert file["encrypted"] is False
    found = []
    for one in file["items"]:
        # Without a name it is shown as "--".
        assert one["type"] == 1 and (one["folderId"] is None or one["folderId"] in folders)
        totp = one["login"]["totp"]
        if totp.startswith("steam://"):
            found.append(entry(one["name"], one["login"]["username"], "steam", steam(key_of(totp[8:]))))
        else:
            read = by_address(totp)
            assert read["kind"] == "totp"
            found.append({**read, "service": one["name"], "login": one["login"]["username"]})
    return found


def proton(text):
    file = json.loads(text)
    assert file["version"] == 1
    found = []
    for one in file["entries"]:
        uuid.UUID(one["id"])
        assert one["note"] is None or type(one["note"]) is str
        content = one["content"]
        if content["entry_type"] == "Steam":
            key = key_of(content["uri"].removeprefix("steam://"))
            found.append(entry("Steam", content["name"], "steam", steam(key)))
        else:
            assert content["entry_type"] == "Totp"
            read = by_address(content["uri"])
            assert read["kind"] == "totp" and read["login"] == content["name"]
            found.append(read)
    return found


def keepassxc(text):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return [{**by_address(row["TOTP"]), "service": row["Title"], "login": row["Username"]} for row in rows]


def otpauth_list(text):
    return [by_address(line) for line in text.splitlines()]


def varint(data, at):
    value = shift = 0
    while True:
        value, shift, at = value | (data[at] & 127) << shift, shift + 7, at + 1
        if data[at - 1] < 128:
            return value, at


def message(data):
    """Field number to values; wire types 0 and 2 are all there is."""
    fields, at = {}, 0
    while at < len(data):
        tag, at = varint(data, at)
        value, at = varint(data, at)
        if tag & 7 == 2:
            value, at = data[at : at + value], at + value
        else:
            assert tag & 7 == 0
        fields.setdefault(tag >> 3, []).append(value)
    assert at == len(data)
    return fields


def migration(text):
    found, ids, pages = [], set(), []
    for line in text.splitlines():
        uri = urlsplit(line)
        assert uri.scheme == "otpauth-migration" and uri.netloc == "offline"
        payload = message(base64.b64decode(unquote_to_bytes(uri.query.removeprefix("data=")), validate=True))
        ids.add(payload[5][0]), pages.append((payload[4][0], payload[3][0]))
        assert payload[2] == [1] and len(payload[1]) <= 10
        for raw in payload[1]:
            one = message(raw)
            issuer = one[3][0].decode()
            kind = ["", "hotp", "totp"][one[6][0]]
            algorithm, digits = ["", "SHA1", "SHA256", "SHA512"][one[4][0]], [0, 6, 8][one[5][0]]
            counter = one.get(7, [0])[0] if kind == "hotp" else None
            login = one[2][0].decode().removeprefix(f"{issuer}:")
            found.append(entry(issuer, login, kind, counted(one[1][0], kind, algorithm, digits, 30, counter), counter))
    assert len(ids) == 1 and pages == [(at, len(pages)) for at in range(len(pages))]
    return found


READERS = {
    "aegis": aegis, "2fas": twofas, "stratum": stratum, "ente": ente, "bitwarden": bitwarden, "keepassxc": keepassxc,
    "proton-authenticator": proton, "otpauth-list": otpauth_list, "google-migration": migration,
}  # fmt: skip
print(json.dumps(READERS[sys.argv[1]](sys.stdin.buffer.read().decode("utf-8"))))
