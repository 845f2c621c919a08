"""Keys on the command line: a private key opened with its passphrase, the reader's list of public ones."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.case_commands.running import guarded

if TYPE_CHECKING:
    from viewer.case.seal_key import SigningKey
    from viewer.case_commands.running import Commands


def key_of(path: Path) -> SigningKey:
    """The private key in a file; its passphrase is asked for only where it has one. Raises KeyRefused, OSError."""
    from viewer.case.seal_key import KeyRefused, read_private

    data = path.read_bytes()
    try:
        return read_private(data, path.name)
    except KeyRefused as refused:
        if refused.code != "key-locked":
            raise
    return read_private(data, path.name, _passphrase(path.name).encode())


def _passphrase(name: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    from getpass import getpass

    return getpass(f"Passphrase of {name}: ")


def trusted_names(path: Path | None) -> dict[str, str]:
    """Names by fingerprint: of the file the reader names, else of the reader's own list."""
    from viewer import trust

    return trust.names_by_key(trust.read_any(path) if path else trust.pins())


def add(commands: Commands) -> None:
    """Make `trust` known."""
    parser = commands.add_parser(
        "trust",
        help="the keys you hold, and whose they are",
        description="Your own list of names and fingerprints. Nothing gets into it but by this command or by your "
        "hand in the window; nothing is ever taken from a case.",
    )
    acts = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    pin = acts.add_parser("add", help="hold a key under a name")
    pin.add_argument("name", metavar="NAME", help="whose key it is")
    pin.add_argument("key", metavar="KEY", help="SHA256:… or a file with the public key (.pub)")
    pin.set_defaults(command=guarded(_add))
    held = acts.add_parser("list", help="the keys you hold")
    held.set_defaults(command=guarded(_list))
    unpin = acts.add_parser("remove", help="hold a key no longer")
    unpin.add_argument("fingerprint", metavar="FINGERPRINT", help="SHA256:…")
    unpin.set_defaults(command=guarded(_remove))


def _add(told: argparse.Namespace) -> int:
    from viewer import trust
    from viewer.case.seal_key import read_public

    fingerprint = told.key
    if not fingerprint.startswith("SHA256:") and Path(told.key).is_file():
        key = read_public(Path(told.key).read_text("utf-8", "replace"))
        fingerprint = key.fingerprint if key else told.key
    trust.pin(told.name, fingerprint)
    print(f"{told.name}: {fingerprint}")
    return 0


def _list(_told: argparse.Namespace) -> int:
    from viewer import trust

    for held in trust.pins():
        print(f"{held.fingerprint}  {held.name}")
    return 0


def _remove(told: argparse.Namespace) -> int:
    from viewer import trust
    from viewer.case.errors import CaseError

    if not trust.unpin(told.fingerprint):
        raise CaseError("trust-unknown", found=told.fingerprint)
    return 0
