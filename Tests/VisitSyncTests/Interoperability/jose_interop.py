"""Opens and writes sync files with a JOSE library that Rounds knows nothing of.

Usage: jose_interop.py FOLDER joserfc|jwcrypto

Reads office.jwks, endorsing.jwk, recovery.jwk, day-key.jwk, job.json, log.visits, day.trip,
day.receipt and keys.backup of FOLDER; writes LIBRARY.json with what they say, and LIBRARY.visits,
a log of its own. Any failure ends it with an exception.
"""

import base64
import hashlib
import json
import pathlib
import sys


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def thumbprint(jwk):
    required = {name: jwk[name] for name in ("crv", "kty", "x", "y")}
    text = json.dumps(required, sort_keys=True, separators=(",", ":"))
    return encode(hashlib.sha256(text.encode()).digest())


class Joserfc:
    PBES2 = "PBES2-HS256+A128KW"
    SEALS = ["ECDH-ES", "dir", "A256GCM", "A128GCM", "DEF", "ECDH-ES+A256KW", PBES2]

    def __init__(self):
        from joserfc import jwe, jwk, jws

        self.jwe, self.jws, self.jwk = jwe, jws, jwk

    def key(self, jwk):
        return self.jwk.import_key(jwk)

    def new_key(self):
        return self.jwk.ECKey.generate_key("P-256").as_dict(private=True)

    def open(self, line, jwk):
        return self.jwe.decrypt_compact(line, self.key(jwk), algorithms=self.SEALS).plaintext

    def seal(self, text, jwk, header):
        return self.jwe.encrypt_compact(header, text, self.key(jwk), algorithms=self.SEALS)

    def verify(self, line, jwk):
        return self.jws.deserialize_compact(line, self.key(jwk), algorithms=["ES256"]).payload

    def sign(self, text, jwk, header):
        return self.jws.serialize_compact(header, text, self.key(jwk), algorithms=["ES256"])

    def open_backup(self, text, jwk, algorithm):
        # The library wants to open every recipient; each holder has the secret of one.
        backup = json.loads(text)
        backup["recipients"] = [
            one for one in backup["recipients"] if one["header"]["alg"] == algorithm
        ]
        return self.jwe.decrypt_json(backup, self.key(jwk), algorithms=self.SEALS).plaintext


class Jwcrypto:
    def __init__(self):
        from jwcrypto import jwe, jwk, jws

        self.jwe, self.jws, self.jwk = jwe, jws, jwk

    def key(self, jwk):
        return self.jwk.JWK(**jwk)

    def new_key(self):
        return json.loads(self.jwk.JWK.generate(kty="EC", crv="P-256").export())

    def open(self, line, jwk):
        opened = self.jwe.JWE()
        opened.deserialize(line, self.key(jwk))
        return opened.payload

    def seal(self, text, jwk, header):
        sealed = self.jwe.JWE(text, json.dumps(header), recipient=self.key(jwk))
        return sealed.serialize(compact=True)

    def verify(self, line, jwk):
        signed = self.jws.JWS()
        signed.deserialize(line, self.key(jwk))
        return signed.payload

    def sign(self, text, jwk, header):
        signed = self.jws.JWS(text)
        signed.add_signature(self.key(jwk), protected=json.dumps(header))
        return signed.serialize(compact=True)

    def open_backup(self, text, jwk, algorithm):
        opened = self.jwe.JWE()
        opened.deserialize(text, self.key(jwk))
        return opened.payload


def records(path):
    lines = path.read_text("ascii").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def read_log(library, folder, sealing, endorsing):
    texts, log_key, head = [], None, None
    for line in records(folder / "log.visits"):
        signed = library.open(line, sealing).decode("ascii")
        header, payload, _ = signed.split(".")
        body = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        if log_key is None:
            opening = body["events"][0]["body"]
            log_key = opening["key"]
            protected, _, signature = opening["endorsement"].split(".")
            said = "\n".join([body["trip"], body["log"], thumbprint(log_key)])
            library.verify(f"{protected}.{encode(said.encode())}.{signature}", endorsing)
        texts.append(library.verify(signed, log_key).decode())
        assert body.get("prev") == head, "the chain is broken"
        head = encode(hashlib.sha256(signed.encode()).digest())
    return texts


def write_log(library, folder, sealing, endorsing, job):
    """A log without `from`: record 0 proves the sender of the later ones."""
    key = library.new_key()
    public = {name: key[name] for name in ("kty", "crv", "x", "y")}
    log = encode(hashlib.sha256(type(library).__name__.encode()).digest()[:16])
    said = "\n".join([job["trip"], log, thumbprint(public)])
    protected, _, signature = library.sign(
        said.encode(), endorsing, {"alg": "ES256"}
    ).split(".")
    at = "2026-11-22T10:31:05+08:00"
    event = {"at": at, "by": "m1"}
    opening = {
        "key": public,
        "endorsement": f"{protected}..{signature}",
        "device": "other",
        "app": type(library).__name__,
        "present": ["m1"],
    }
    visit = [
        {"type": "note.added", "body": {"text": "caf\u00e9 \u95e8\u53e3"}},
        {"type": "later.kind", "body": {"x": [1, {"y": None}]}},
        {
            "type": "visit.ended",
            "body": {"outcome": "O01", "met": "borrower", "address": "confirmed"},
        },
    ]
    bodies = [
        [event | {"type": "log.opened", "body": opening}],
        [event | {"visit": "v0"} | each for each in visit],
    ]
    lines, head = ["# rounds visits 1", ""], None
    for number, events in enumerate(bodies):
        record = {"v": 1, "log": log, "seq": number, "trip": job["trip"], "plan": "p"}
        if head:
            record["prev"] = head
        text = json.dumps(record | {"events": events}, indent=1 if number else None)
        signed = library.sign(
            text.encode(), key, {"alg": "ES256", "kid": thumbprint(public)}
        )
        head = encode(hashlib.sha256(signed.encode()).digest())
        header = {
            "alg": "ECDH-ES",
            "enc": "A256GCM",
            "zip": "DEF",
            "cty": "rounds-record",
            "kid": thumbprint(sealing),
        }
        public_sealing = {name: sealing[name] for name in ("kty", "crv", "x", "y")}
        lines += [library.seal(signed.encode(), public_sealing, header), ""]
    name = f"{type(library).__name__.lower()}.visits"
    (folder / name).write_text("\n".join(lines), "ascii")


def main(folder, name):
    library = {"joserfc": Joserfc, "jwcrypto": Jwcrypto}[name]()

    def read(file):
        return json.loads((folder / file).read_text("utf-8"))

    office = {key["use"]: key for key in read("office.jwks")["keys"]}
    for key in office.values():
        # The use is the office's affair: an `enc` key here agrees, a `sig` key signs.
        key.pop("use")
        key.pop("kid")
    endorsing, job = read("endorsing.jwk"), read("job.json")
    recovery = read("recovery.jwk")
    for key in (endorsing, recovery):
        key.pop("use")
        key.pop("kid")
    signing = {name: office["sig"][name] for name in ("kty", "crv", "x", "y")}
    backup = (folder / "keys.backup").read_text("ascii")
    passphrase = {"kty": "oct", "k": encode(job["passphrase"].encode())}
    found = {
        "log": read_log(library, folder, office["enc"], endorsing),
        "pack": [
            library.verify(library.open(line, read("day-key.jwk")).decode(), signing).decode()
            for line in records(folder / "day.trip")
        ],
        "receipt": [
            library.verify(line, signing).decode() for line in records(folder / "day.receipt")
        ],
        "backup": [
            library.open_backup(backup, passphrase, "PBES2-HS256+A128KW").decode(),
            library.open_backup(backup, recovery, "ECDH-ES+A256KW").decode(),
        ],
    }
    (folder / f"{name}.json").write_text(json.dumps(found), "utf-8")
    write_log(library, folder, office["enc"], endorsing, job)


main(pathlib.Path(sys.argv[1]), sys.argv[2])
