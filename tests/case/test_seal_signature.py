"""Signatures and keys of OpenSSH: the same here as in ssh-keygen, and damage is never taken for a signature."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sealing import KINDS, judge, make_bag, make_key, ssh_keygen
from viewer.case import seal_signature as sshsig
from viewer.case.bag import MANIFEST
from viewer.case.seal_key import KeyRefused, SigningKey, read_private, read_public


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_what_ssh_keygen_signs_we_verify(tmp_path: Path, kind: str, options: tuple[str, ...]) -> None:
    key = make_key(tmp_path / "key", kind, options)
    path = make_bag(tmp_path / "harbour")
    assert ssh_keygen("-Y", "sign", "-f", tmp_path / "key", "-n", "casefile", path / MANIFEST).returncode == 0
    assert judge(path).signing == sshsig.Signing("good", key.kind, key.fingerprint, "casefile")


def test_the_signature_is_the_one_that_ssh_keygen_makes(tmp_path: Path) -> None:
    key = make_key(tmp_path / "key")
    (tmp_path / "text").write_bytes(b"words")
    ssh_keygen("-Y", "sign", "-f", tmp_path / "key", "-n", "casefile", tmp_path / "text")
    assert (tmp_path / "text.sig").read_bytes() == key.sign(b"words")


def test_a_signature_by_a_key_in_a_token_is_checked_as_ssh_keygen_does(tmp_path: Path) -> None:
    """Made here from its parts, for want of a token; ssh-keygen is asked whether they are right."""
    private = Ed25519PrivateKey.generate()
    kind = b"sk-ssh-ed25519@openssh.com"
    public = sshsig.packed(kind, private.public_key().public_bytes_raw(), b"ssh:")
    counter = b"\x01\x00\x00\x00\x07"
    message = hashlib.sha256(b"ssh:").digest() + counter
    message += hashlib.sha256(sshsig.to_be_signed(b"words", "sha512")).digest()
    armour = sshsig.armoured(public, sshsig.packed(kind, private.sign(message)) + counter, "sha512")
    (tmp_path / "sig").write_bytes(armour)
    told = ssh_keygen("-Y", "check-novalidate", "-n", "casefile", "-s", tmp_path / "sig", given=b"words")
    assert told.returncode == 0
    assert sshsig.examine(armour, b"words").state == "good"
    assert sshsig.examine(armour, b"other words").state == "bad"


@pytest.mark.parametrize("more", [(), ("-m", "PEM")])
@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_key_opens_with_its_passphrase_only(
    tmp_path: Path, kind: str, options: tuple[str, ...], more: tuple[str, ...]
) -> None:
    key = make_key(tmp_path / "key", kind, (*options, *more), "open sesame")
    data = (tmp_path / "key").read_bytes()
    for passphrase, code in ((None, "key-locked"), (b"shut", "key-passphrase")):
        with pytest.raises(KeyRefused, match=code):
            read_private(data, "key", passphrase)
    told = read_public((tmp_path / "key.pub").read_text())
    assert told
    assert (told.kind, told.fingerprint) == (key.kind, key.fingerprint)
    listed = ssh_keygen("-l", "-f", tmp_path / "key.pub").stdout.decode()
    assert key.fingerprint in listed


def test_a_passphrase_for_a_key_without_one_does_no_harm(tmp_path: Path) -> None:
    key = make_key(tmp_path / "key")
    assert read_private((tmp_path / "key").read_bytes(), "key", b"needless").fingerprint == key.fingerprint


@pytest.mark.parametrize("data", [b"", b"words", b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", b"\xff" * 100])
def test_what_is_no_key_is_refused(data: bytes) -> None:
    with pytest.raises(KeyRefused, match="key-unreadable"):
        read_private(data, "key")


def test_a_short_rsa_key_neither_signs_nor_counts(tmp_path: Path) -> None:
    with pytest.raises(KeyRefused, match="key-weak"):
        make_key(tmp_path / "key", "rsa", ("-b", "1024"))
    (tmp_path / "text").write_bytes(b"words")
    ssh_keygen("-Y", "sign", "-f", tmp_path / "key", "-n", "casefile", tmp_path / "text")
    assert sshsig.examine((tmp_path / "text.sig").read_bytes(), b"words").state == "unsupported"


def test_a_signature_for_another_purpose_is_none_for_a_case(tmp_path: Path) -> None:
    make_key(tmp_path / "key")
    path = make_bag(tmp_path / "harbour")
    ssh_keygen("-Y", "sign", "-f", tmp_path / "key", "-n", "file", path / MANIFEST)
    verdict = judge(path)
    assert (verdict.signed, verdict.signing.state, verdict.signing.namespace) == (False, "elsewhere", "file")


@given(st.binary(max_size=300))
def test_no_bytes_upset_the_reading_of_a_signature(data: bytes) -> None:
    begin, end = b"-----BEGIN SSH SIGNATURE-----\n", b"\n-----END SSH SIGNATURE-----\n"
    for armour in (data, begin + data + end, sshsig.armoured(data, data, "sha512"), begin):
        assert sshsig.examine(armour, b"words").state in {"unreadable", "unsupported"}


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_signature_with_one_byte_changed_is_never_good(data: st.DataObject) -> None:
    kinds = [Ed25519PrivateKey.from_private_bytes(b"k" * 32)]
    envelope = sshsig.opened(SigningKey(data.draw(st.sampled_from(kinds))).sign(b"words"))
    fields = {name: getattr(envelope, name) for name in ("key", "namespace", "digest", "signature")}
    name = data.draw(st.sampled_from(sorted(fields)))
    spoilt = bytearray(fields[name])
    spoilt[data.draw(st.integers(0, len(spoilt) - 1))] ^= data.draw(st.integers(1, 255))
    fields[name] = bytes(spoilt)
    blob = b"SSHSIG\0\0\0\1" + sshsig.packed(
        fields["key"], fields["namespace"], b"", fields["digest"], fields["signature"]
    )
    armour = b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(blob) + b"\n-----END SSH SIGNATURE-----\n"
    assert sshsig.examine(armour, b"words").state != "good"


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_spoilt_signature_of_any_kind_is_never_good_nor_an_accident(
    tmp_path: Path, kind: str, options: tuple[str, ...]
) -> None:
    armour = make_key(tmp_path / "key", kind, options).sign(b"words")
    envelope = sshsig.opened(armour)
    for name in ("key", "signature"):
        part = getattr(envelope, name)
        for place in range(0, len(part), 5):
            spoilt = part[:place] + bytes([part[place] ^ 0x15]) + part[place + 1 :]
            parts = (spoilt, envelope.signature) if name == "key" else (envelope.key, spoilt)
            assert sshsig.examine(sshsig.armoured(parts[0], parts[1], "sha512"), b"words").state != "good"
            cut = (part[:place], envelope.signature) if name == "key" else (envelope.key, part[:place])
            assert sshsig.examine(sshsig.armoured(cut[0], cut[1], "sha512"), b"words").state != "good"
