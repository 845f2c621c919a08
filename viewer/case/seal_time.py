"""Time stamps of a third party (RFC 3161), checked offline against root certificates the reader gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

LARGEST = 1 << 20
"""Bytes of a token beyond which it is not looked at."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a time stamp is worth.

    state: absent; good (the authority says the signature existed at `at`); unchecked (no root certificate was
    given); bad (it is of something else, or not of an authority under these roots); unreadable.
    at: ISO 8601 in UTC to the second, only where good; authority: the name in its certificate.
    """

    state: str
    at: str = ""
    authority: str = ""


ABSENT = Stamp("absent")


def read_roots(data: bytes, name: str) -> tuple[bytes, ...]:
    """Certificates of a PEM file, as DER. Raises CaseError root-unreadable."""
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return tuple(found.public_bytes(Encoding.DER) for found in load_pem_x509_certificates(data))
    except ValueError as bad:
        raise CaseError("root-unreadable", name) from bad


def examine(token: bytes | None, message: bytes, roots: Sequence[bytes]) -> Stamp:
    """Check a token over the bytes it is said to stamp. Raises nothing, whatever the bytes are."""
    if token is None:
        return ABSENT
    from cryptography.x509 import load_der_x509_certificate
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    if len(token) > LARGEST:
        return Stamp("unreadable")
    try:
        response = decode_timestamp_response(token)
    except ValueError:
        return Stamp("unreadable")
    if not roots:
        return Stamp("unchecked")
    builder = VerifierBuilder(roots=[load_der_x509_certificate(root) for root in roots])
    try:
        builder.build().verify_message(response, message)
        return Stamp("good", response.tst_info.gen_time.isoformat(timespec="seconds"), _authority(response))
    except (VerificationError, ValueError):
        return Stamp("bad")


def _authority(response: TimeStampResponse) -> str:
    """The subject of the certificate that signed; "" where it is not in the token."""
    from cryptography.x509 import load_der_x509_certificate
    from cryptography.x509.oid import NameOID

    signer = next(iter(response.signed_data.signer_infos))
    for der in response.signed_data.certificates:
        found = load_der_x509_certificate(der)
        if found.serial_number == signer.serial_number and found.issuer == signer.issuer:
            names = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
            return str(names[0].value) if names else found.subject.rfc4514_string()
    return ""
