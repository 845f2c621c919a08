"""Whose keys the reader holds: a name for a fingerprint, pinned by hand and never learnt from a case."""

from __future__ import annotations

import json
import re
from pathlib import Path

from viewer import paths
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.plain import is_plain
from viewer.case.seal_key import read_public
from viewer.case.seal_signature import NAMESPACE

_FINGERPRINT = re.compile("SHA256:[A-Za-z0-9+/]{43}")
_SIGNER = re.compile(
    r'(?P<names>"[^"]+"|\S+)\s+(?:(?P<options>(?:[\w-]+(?:="[^"]*")?,?)+)\s+)?'
    r"(?P<key>(?:ssh-|ecdsa-|sk-)\S+\s+\S+)"
)
_OPTION = re.compile(r'namespaces="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Pin:
    """A key the reader holds. fingerprint: SHA256:…, as OpenSSH prints it."""

    name: str
    fingerprint: str


def file() -> Path:
    """Where the reader's pins are kept; not made here."""
    return paths.own_folder() / "trusted.toml"


def pins(path: Path | None = None) -> tuple[Pin, ...]:
    """What the reader has pinned, in the order it was done. Raises CaseError trust-unreadable, OSError."""
    try:
        data = (path or file()).read_bytes()
    except FileNotFoundError:
        return ()
    return _from_toml(data, path or file())


def pin(name: str, fingerprint: str, path: Path | None = None) -> None:
    """Hold a key under a name; a key that is held already gets the new one.

    Raises CaseError: trust-name (empty, longer than 200 signs, or signs that command), trust-fingerprint,
    trust-unreadable (the file is left alone); OSError.
    """
    written = " ".join(name.split())
    if not 0 < len(written) <= 200 or not is_plain(written):
        raise CaseError("trust-name", found=name[:200])
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise CaseError("trust-fingerprint", found=fingerprint[:200])
    others = tuple(held for held in pins(path) if held.fingerprint != fingerprint)
    _write(path or file(), (*others, Pin(written, fingerprint)))


def unpin(fingerprint: str, path: Path | None = None) -> bool:
    """Hold a key no longer; whether it was held. Raises as `pins`."""
    held = pins(path)
    left = tuple(one for one in held if one.fingerprint != fingerprint)
    if left != held:
        _write(path or file(), left)
    return left != held


def names_by_key(held: tuple[Pin, ...]) -> dict[str, str]:
    """Names by fingerprint, as `seal.verify` wants them."""
    return {one.fingerprint: one.name for one in held}


def read_any(path: Path) -> tuple[Pin, ...]:
    """Pins of a file somebody names: our own, allowed_signers of OpenSSH, or one public key.

    Of allowed_signers, lines with an option other than namespaces, or for another purpose, are not used.
    Raises CaseError trust-unreadable where no key is left, OSError.
    """
    data = path.read_bytes()
    if re.search(rb"^\s*\[\[signer\]\]", data, re.MULTILINE):
        return _from_toml(data, path)
    lines = data.decode("utf-8", "replace").splitlines()
    held = tuple(found for line in lines if (found := _from_line(line, path.stem)))
    if not held:
        raise CaseError("trust-unreadable", path.name)
    return held


def _from_line(line: str, otherwise: str) -> Pin | None:
    key = read_public(line)
    if key:
        comment = line.split(None, 2)[2:]
        return Pin(comment[0].strip() if comment else otherwise, key.fingerprint)
    found = _SIGNER.match(line.strip())
    if not found or line.lstrip().startswith("#") or not _is_for_us(found["options"]):
        return None
    key = read_public(found["key"])
    return Pin(found["names"].strip('"'), key.fingerprint) if key else None


def _is_for_us(options: str | None) -> bool:
    if not options:
        return True
    purposes = _OPTION.fullmatch(options)
    return bool(purposes and NAMESPACE in purposes[1].split(","))


def _from_toml(data: bytes, path: Path) -> tuple[Pin, ...]:
    import tomllib

    try:
        entries = tomllib.loads(data.decode())["signer"]
        held = tuple(Pin(entry["name"], entry["fingerprint"]) for entry in entries)
        if not all(_FINGERPRINT.fullmatch(one.fingerprint) and is_plain(one.name) for one in held):
            raise CaseError("trust-unreadable", path.name)
    except (ValueError, KeyError, TypeError) as bad:
        raise CaseError("trust-unreadable", path.name) from bad
    return held


def _write(path: Path, held: tuple[Pin, ...]) -> None:
    """Beside, then renamed."""
    entries = (
        f'[[signer]]\nname = {json.dumps(one.name, ensure_ascii=False)}\nfingerprint = "{one.fingerprint}"\n'
        for one in held
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_text("\n".join(entries) or "signer = []\n", "utf-8")
    beside.replace(path)
