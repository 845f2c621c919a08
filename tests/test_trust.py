"""Keys are held because the reader says so, and never silently lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.sealing import make_key
from viewer import trust
from viewer.case.errors import CaseError
from viewer.trust import Pin

ONE, TWO = (f"SHA256:{sign * 43}" for sign in "AB")


def test_pins_are_kept_in_the_readers_folder_and_only_when_something_is_pinned(readers_folder: Path) -> None:
    assert trust.pins() == ()
    assert not readers_folder.exists()
    trust.pin('Jane "the notary" \\ سارة', ONE)
    trust.pin("John", TWO)
    assert trust.pins() == (Pin('Jane "the notary" \\ سارة', ONE), Pin("John", TWO))
    assert [path.name for path in readers_folder.iterdir()] == ["trusted.toml"]
    assert tomllib.loads(trust.file().read_text("utf-8"))["signer"][1] == {"name": "John", "fingerprint": TWO}


def test_a_key_has_one_name_and_can_be_let_go(readers_folder: Path) -> None:
    trust.pin("Jane", ONE)
    trust.pin("Jane Doe", ONE)
    assert trust.names_by_key(trust.pins()) == {ONE: "Jane Doe"}
    assert trust.unpin(ONE)
    assert not trust.unpin(ONE)
    assert trust.pins() == ()


@pytest.mark.parametrize(
    ("name", "fingerprint", "code"),
    [
        ("", ONE, "trust-name"), ("a" * 201, ONE, "trust-name"), ("Jane\x1b[2J", ONE, "trust-name"),
        ("Jane\u202eenaJ", ONE, "trust-name"), ("Jane", "SHA256:A", "trust-fingerprint"),
        ("Jane", f"{ONE}A", "trust-fingerprint"), ("Jane", "MD5:00", "trust-fingerprint"),
    ],
)  # fmt: skip
def test_what_is_no_name_or_no_fingerprint_is_not_pinned(name: str, fingerprint: str, code: str) -> None:
    with pytest.raises(CaseError, match=code):
        trust.pin(name, fingerprint)
    assert not trust.file().exists()


@pytest.mark.parametrize(
    "content", [b"[[signer", b"\xff", b"signer = 3", b"[[signer]]\nname = 'Jane'\n", b"[[signer]]\nname = 3\n"]
)
def test_a_list_that_cannot_be_read_trusts_nobody_and_is_left_alone(content: bytes, readers_folder: Path) -> None:
    readers_folder.mkdir()
    trust.file().write_bytes(content)
    with pytest.raises(CaseError, match="trust-unreadable"):
        trust.pins()
    with pytest.raises(CaseError, match="trust-unreadable"):
        trust.pin("Jane", ONE)
    assert trust.file().read_bytes() == content


def test_a_public_key_and_allowed_signers_of_openssh_serve_as_well(tmp_path: Path) -> None:
    one, two, three = (make_key(tmp_path / name) for name in ("one", "two", "three"))
    lines = [" ".join((tmp_path / f"{name}.pub").read_text().split()[:2]) for name in ("one", "two", "three")]
    assert trust.read_any(tmp_path / "one.pub") == (Pin("Jane", one.fingerprint),)
    (tmp_path / "allowed").write_text(
        f"# those whose keys I hold\njane@example.org {lines[0]}\n"
        f'"a b,c" namespaces="casefile,file" {lines[1]} comment\n'
        f'john@example.org namespaces="git" {lines[2]}\n'
        f"root@example.org cert-authority {lines[2]}\n"
        f'late@example.org valid-before="20200101" {lines[2]}\n# {lines[2]}\n\nwords\n'
    )
    assert trust.read_any(tmp_path / "allowed") == (
        Pin("jane@example.org", one.fingerprint),
        Pin("a b,c", two.fingerprint),
    )
    trust.pin("Zoe", three.fingerprint, tmp_path / "mine.toml")
    assert trust.read_any(tmp_path / "mine.toml") == (Pin("Zoe", three.fingerprint),)
    (tmp_path / "none").write_bytes(b"\x00\xff words")
    with pytest.raises(CaseError, match="trust-unreadable"):
        trust.read_any(tmp_path / "none")
