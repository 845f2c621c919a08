"""evidence-case sign and verify: put a signature into a case; say what can be said about one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import __version__, paths
from viewer.case.frozen import dataclass
from viewer.case_commands.keys import key_of, trusted_names
from viewer.case_commands.running import drive, guarded

if TYPE_CHECKING:
    from viewer.case.seal import Verdict
    from viewer.case_commands.running import Commands


def add(commands: Commands) -> None:
    """Make the two commands known."""
    _add_sign(commands)
    _add_verify(commands)


def _add_sign(commands: Commands) -> None:
    sign = commands.add_parser(
        "sign",
        help="sign a case with an OpenSSH key",
        description="Checks every file, then signs the list of files (manifest-sha256.txt) as "
        "`ssh-keygen -Y sign -n casefile` does. The files of the case stay as they are. Asks for a passphrase "
        "where the key has one; where the input is no terminal, reads it from there.",
    )
    sign.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
    what = sign.add_mutually_exclusive_group(required=True)
    what.add_argument("--key", type=Path, metavar="FILE", help="a private key: Ed25519, RSA or ECDSA")
    what.add_argument(
        "--time-token",
        type=Path,
        metavar="FILE",
        help="put a time stamp (RFC 3161 answer, .tsr) beside the signature",
    )
    sign.add_argument("--replace", action="store_true", help="take the place of a signature that is there")
    sign.set_defaults(command=guarded(_sign))


def _add_verify(commands: Commands) -> None:
    verify = commands.add_parser(
        "verify",
        help="is a case intact, signed, by whom, since when",
        description="Answers four questions and changes nothing. Exit status 0 only where every file is as "
        "listed, no signature is out of place and, with --trust, the case is signed by a key of that file.",
    )
    verify.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
    verify.add_argument(
        "--trust",
        type=Path,
        metavar="FILE",
        help="the keys you hold: trusted.toml, allowed_signers of OpenSSH, or one public key. Without it, your "
        "own list (evidence-case trust) says who the signer is",
    )
    verify.add_argument(
        "--tsa-root", type=Path, metavar="FILE", help="root certificate of a time stamp authority (PEM)"
    )
    verify.add_argument("--record", type=Path, metavar="OUT", help="write a lasting record of the verification")
    verify.set_defaults(command=guarded(_verify))


def _sign(told: argparse.Namespace) -> int:
    from viewer.case import seal

    if told.time_token:
        drive(seal.attach_token(told.case, told.time_token.read_bytes()))
        print(f"{told.case}: time stamp put beside the signature")
        return 0
    key = key_of(told.key)
    drive(seal.sign(told.case, key, replace=told.replace))
    print(f"{told.case}: signed with {key.fingerprint} ({key.kind})")
    print("Give this fingerprint to whoever gets the case, on paper or in person.")
    return 0


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    names: dict[str, str]


def _verify(told: argparse.Namespace) -> int:
    from viewer.wording.verdicts import report_lines
    from viewer.wording.voice import English

    found = _judge(told)
    print(told.case)
    print("\n".join(report_lines(English(), found.verdict, found.names)))
    if told.record:
        _write_record(told.record, told.case.name, found)
        print(f"\n{told.record}: record written")
    sound = found.verdict.intact and found.verdict.signing.state in {"good", "absent", "unsupported"}
    return 0 if sound and (found.verdict.trusted or not told.trust) else 1


def _judge(told: argparse.Namespace) -> _Found:
    from viewer.case.bag import Bag
    from viewer.case.seal import verify
    from viewer.case.seal_time import read_roots

    names = trusted_names(told.trust)
    roots = read_roots(told.tsa_root.read_bytes(), told.tsa_root.name) if told.tsa_root else ()
    shipped = told.case.resolve().is_relative_to((paths.resources() / "cases").resolve())
    with Bag.open(told.case) as bag:
        return _Found(drive(verify(bag, names, roots, shipped=shipped)), names)


def _write_record(path: Path, name: str, found: _Found) -> None:
    """Beside, then renamed: an older record stays whole until the new one is."""
    from datetime import UTC, datetime

    from viewer.wording.verdicts import Occasion, record_text
    from viewer.wording.voice import English

    at = datetime.now(UTC).isoformat(timespec="seconds")
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(record_text(English(), found.verdict, Occasion(name, at, __version__), found.names), "utf-8")
    beside.replace(path)
