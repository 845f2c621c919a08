"""Keys of OpenSSH: a private key signs, a public key has a fingerprint."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.seal_signature import (
    FEWEST_RSA_BITS,
    Malformed,
    Wire,
    armoured,
    fingerprint_of,
    packed,
    to_be_signed,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization import SSHPrivateKeyTypes

_DIGEST = "sha512"
_KINDS = ("ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-")


class KeyRefused(CaseError):
    """A key that cannot sign: code key-locked (a passphrase is needed), key-passphrase, key-unreadable, key-kind,
    key-weak; `where` names the file.
    """


@dataclass(frozen=True, slots=True)
class PublicKey:
    """One line of a .pub file, without its comment. kind: ssh-ed25519 …; fingerprint: SHA256:…"""

    kind: str
    fingerprint: str


def read_public(text: str) -> PublicKey | None:
    """The key in "ssh-ed25519 AAAA… comment"; None where there is none."""
    kind, _, rest = text.strip().partition(" ")
    written = rest.split()
    if not kind.startswith(_KINDS) or not written:
        return None
    try:
        blob = base64.b64decode(written[0], validate=True)
        return PublicKey(kind, fingerprint_of(blob)) if Wire(blob).word() == kind else None
    except (binascii.Error, Malformed, ValueError):
        return None


class SigningKey:
    """A private key that is ready to sign."""

    def __init__(self, key: SSHPrivateKeyTypes) -> None:
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        self._key = key
        line = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
        kind, _, written = line.partition(b" ")
        self._public = base64.b64decode(written)
        self.kind = kind.decode()

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self._public)

    def sign(self, message: bytes) -> bytes:
        """The signature file, as `ssh-keygen -Y sign -n casefile` would write it."""
        algorithm, signature = self._signed(to_be_signed(message, _DIGEST))
        return armoured(self._public, packed(algorithm.encode(), signature), _DIGEST)

    def _signed(self, data: bytes) -> tuple[str, bytes]:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

        if isinstance(self._key, ed25519.Ed25519PrivateKey):
            return self.kind, self._key.sign(data)
        if isinstance(self._key, rsa.RSAPrivateKey):
            return "rsa-sha2-512", self._key.sign(data, PKCS1v15(), hashes.SHA512())
        assert isinstance(self._key, ec.EllipticCurvePrivateKey)
        digest = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[self._key.curve.key_size]
        numbers = decode_dss_signature(self._key.sign(data, ec.ECDSA(digest)))
        return self.kind, packed(*map(_as_mpint, numbers))


def _as_mpint(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def read_private(data: bytes, name: str, passphrase: bytes | None = None) -> SigningKey:
    """A private key as OpenSSH keeps it (its own format or PEM). Raises KeyRefused, key-locked where a passphrase
    is needed and none was given.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_ssh_private_key

    load = load_ssh_private_key if b"BEGIN OPENSSH PRIVATE KEY" in data else load_pem_private_key
    try:
        key = load(data, passphrase)
    except TypeError as asked:  # how the library asks for a passphrase, and refuses one that is not needed
        if passphrase is not None:
            return read_private(data, name)
        raise KeyRefused("key-locked", name) from asked
    except ValueError as bad:
        raise KeyRefused("key-passphrase" if passphrase else "key-unreadable", name) from bad
    except UnsupportedAlgorithm as bad:
        raise KeyRefused("key-kind", name) from bad
    known = isinstance(key, (ed25519.Ed25519PrivateKey, rsa.RSAPrivateKey)) or (
        isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in {"secp256r1", "secp384r1", "secp521r1"}
    )
    if not known:
        raise KeyRefused("key-kind", name)
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < FEWEST_RSA_BITS:
        raise KeyRefused("key-weak", name, str(key.key_size))
    return SigningKey(key)  # type: ignore[arg-type]
