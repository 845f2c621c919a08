"""OpenSSH signatures (SSHSIG, as `ssh-keygen -Y` makes them) read and checked; nothing here says whom to trust."""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from typing import TYPE_CHECKING

from viewer.case.frozen import dataclass

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

NAMESPACE = "casefile"
LARGEST = 1 << 16
"""Bytes of a signature file beyond which it is not looked at."""
FEWEST_RSA_BITS = 2048
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"
_MAGIC, _VERSION = b"SSHSIG", 1
_CURVES = {"nistp256": "SHA256", "nistp384": "SHA384", "nistp521": "SHA512"}


@dataclass(frozen=True, slots=True)
class Signing:
    """What a signature is worth.

    state: absent; good (this key signed these bytes); bad (it did not, or not these bytes); elsewhere (made for
    another purpose, `namespace`); unsupported (a kind that is not checked here); unreadable (no signature at all).
    kind: ssh-ed25519 …; fingerprint: SHA256:…, as `ssh-keygen -l` prints it; both "" where they cannot be read.
    """

    state: str
    kind: str = ""
    fingerprint: str = ""
    namespace: str = ""


ABSENT = Signing("absent")


class Malformed(ValueError):
    """Bytes that are not what the format wants."""


class Unsupported(ValueError):
    """Well formed, but of a kind that is not checked here."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The parts of a signature file: the key and the signature as OpenSSH packs them."""

    key: bytes
    namespace: bytes
    reserved: bytes
    digest: bytes
    signature: bytes


class Wire:
    """Fields one after another, as OpenSSH packs them: 32-bit numbers, and strings led by their length."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, count: int) -> bytes:
        """Raises Malformed where fewer bytes are left."""
        if count > len(self._data):
            raise Malformed
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        return self.take(self.number())

    def word(self) -> str:
        """A string that names something. Raises Malformed where it is not ASCII."""
        try:
            return self.string().decode("ascii")
        except UnicodeDecodeError as bad:
            raise Malformed from bad

    def end(self) -> None:
        """Raises Malformed where anything is left."""
        if self._data:
            raise Malformed


def packed(*strings: bytes) -> bytes:
    """Strings as OpenSSH packs them, one after another."""
    return b"".join(struct.pack(">I", len(string)) + string for string in strings)


def fingerprint_of(key: bytes) -> str:
    """SHA256:… of a public key as OpenSSH packs it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def to_be_signed(message: bytes, digest: str, namespace: str = NAMESPACE) -> bytes:
    """What the key signs: never the message itself. digest: sha256 or sha512."""
    hashed = hashlib.new(digest, message).digest()
    return _MAGIC + packed(namespace.encode(), b"", digest.encode(), hashed)


def armoured(key: bytes, signature: bytes, digest: str, namespace: str = NAMESPACE) -> bytes:
    """The signature file, in lines of 70 characters as ssh-keygen writes it."""
    blob = _MAGIC + struct.pack(">I", _VERSION) + packed(key, namespace.encode(), b"", digest.encode(), signature)
    text = base64.b64encode(blob)
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return b"\n".join([_BEGIN, *lines, _END, b""])


def opened(armour: bytes) -> Envelope:
    """Raises Malformed."""
    lines = armour.strip().splitlines()
    if len(armour) > LARGEST or len(lines) < 3 or lines[0] != _BEGIN or lines[-1] != _END:
        raise Malformed
    try:
        wire = Wire(base64.b64decode(b"".join(lines[1:-1]), validate=True))
    except binascii.Error as bad:
        raise Malformed from bad
    if wire.take(len(_MAGIC)) != _MAGIC or wire.number() != _VERSION:
        raise Malformed
    envelope = Envelope(*(wire.string() for _ in range(5)))
    wire.end()
    return envelope


def examine(armour: bytes | None, message: bytes) -> Signing:
    """Check a signature file over the bytes it is said to sign. Raises nothing, whatever the bytes are."""
    if armour is None:
        return ABSENT
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        envelope = opened(armour)
        kind = Wire(envelope.key).word()
        namespace = envelope.namespace.decode("ascii")
    except ValueError:
        return Signing("unreadable")
    found = Signing("bad", kind, fingerprint_of(envelope.key), namespace)
    if namespace != NAMESPACE:
        return Signing("elsewhere", found.kind, found.fingerprint, namespace)
    try:
        good = _fits(envelope, kind, message)
    except (Unsupported, UnsupportedAlgorithm):
        return Signing("unsupported", found.kind, found.fingerprint, namespace)
    except ValueError:
        return Signing("unreadable", found.kind, found.fingerprint, namespace)
    return Signing("good", found.kind, found.fingerprint, namespace) if good else found


def _fits(envelope: Envelope, kind: str, message: bytes) -> bool:
    """Raises Unsupported, Malformed."""
    digest = envelope.digest.decode("ascii", "replace")
    if digest not in {"sha256", "sha512"} or envelope.reserved:
        raise Unsupported
    signed = to_be_signed(message, digest)
    wire = Wire(envelope.signature)
    algorithm = wire.word()
    signature = wire.string()
    if kind == "ssh-rsa":
        wire.end()
        return _rsa_fits(envelope.key, algorithm, signature, signed)
    if algorithm != kind:
        raise Malformed
    if kind.startswith("sk-"):  # a key in a token: it signs the purpose it was made for, and a counter
        signed = _said_by_token(envelope.key, wire.take(5), signed)
    wire.end()
    if kind in {"ssh-ed25519", "sk-ssh-ed25519@openssh.com"}:
        return _ed25519_fits(envelope.key, signature, signed)
    if kind.startswith("ecdsa-sha2-") or kind == "sk-ecdsa-sha2-nistp256@openssh.com":
        return _ecdsa_fits(envelope.key, signature, signed)
    raise Unsupported


def _said_by_token(key: bytes, flags_and_counter: bytes, signed: bytes) -> bytes:
    wire = Wire(key)
    strings = 3 if wire.word().startswith("sk-ecdsa") else 2
    for _ in range(strings - 1):
        wire.string()
    application = wire.string()
    return hashlib.sha256(application).digest() + flags_and_counter + hashlib.sha256(signed).digest()


def _ed25519_fits(key: bytes, signature: bytes, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    wire = Wire(key)
    token = wire.word().startswith("sk-")
    raw = wire.string()
    if token:
        wire.string()
    wire.end()
    if len(raw) != 32:
        raise Malformed
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def _ecdsa_fits(key: bytes, signature: bytes, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    public, digest = _curve_point(key)
    wire = Wire(signature)
    numbers = [int.from_bytes(wire.string(), "big", signed=True) for _ in range(2)]
    wire.end()
    if min(numbers) <= 0:
        return False
    try:
        public.verify(encode_dss_signature(*numbers), signed, ec.ECDSA(getattr(hashes, digest)()))
    except InvalidSignature:
        return False
    return True


def _curve_point(key: bytes) -> tuple[EllipticCurvePublicKey, str]:
    """The key, and the name of the hash that goes with its curve."""
    from cryptography.hazmat.primitives.asymmetric import ec

    wire = Wire(key)
    kind, curve = wire.word(), wire.word()
    point = wire.string()
    if kind.startswith("sk-"):
        wire.string()
    wire.end()
    if curve not in _CURVES or curve not in kind:
        raise Unsupported
    curves = {"nistp256": ec.SECP256R1(), "nistp384": ec.SECP384R1(), "nistp521": ec.SECP521R1()}
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(curves[curve], point), _CURVES[curve]
    except ValueError as bad:
        raise Malformed from bad


def _rsa_fits(key: bytes, algorithm: str, signature: bytes, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

    digests = {"rsa-sha2-256": hashes.SHA256(), "rsa-sha2-512": hashes.SHA512()}
    if algorithm not in digests:  # SHA-1 among them
        raise Unsupported
    try:
        _rsa_key(key).verify(signature, signed, PKCS1v15(), digests[algorithm])
    except InvalidSignature:
        return False
    return True


def _rsa_key(key: bytes) -> RSAPublicKey:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    wire = Wire(key)
    wire.word()
    exponent, modulus = (int.from_bytes(wire.string(), "big", signed=True) for _ in range(2))
    wire.end()
    if not FEWEST_RSA_BITS <= modulus.bit_length() <= 16384:
        raise Unsupported
    try:
        return RSAPublicNumbers(exponent, modulus).public_key()
    except ValueError as bad:
        raise Malformed from bad
