"""evidence-case custody: record who had a case, show it, and check that the chain holds."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.case_commands.keys import key_of, trusted_names
from viewer.case_commands.running import drive, guarded

if TYPE_CHECKING:
    from viewer.case.custody import Break, Link
    from viewer.case_commands.running import Commands

_ACTIONS = "acquired, hashed, copied, transferred, received, stored, examined, sealed or signed"


def add(commands: Commands) -> None:
    """Make the three commands known."""
    parser = commands.add_parser("custody", help="who had a case, step by step")
    acts = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    step = acts.add_parser(
        "add",
        help="record one more step",
        description="Writes one text below custody/. It names the digest of the case and the step before it; the "
        "case and its signature stay as they are.",
    )
    step.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
    step.add_argument("--actor", required=True, metavar="NAME", help="who did it")
    step.add_argument("--action", required=True, metavar="ACTION", help=_ACTIONS)
    step.add_argument("--location", default="", metavar="WHERE", help="where the case is now")
    step.add_argument("--note", default="", metavar="TEXT", help="one line")
    step.add_argument("--key", type=Path, metavar="FILE", help="sign the step with this private key")
    step.set_defaults(command=guarded(_add))
    for name, words, command in (
        ("show", "every step recorded in the case and after sealing", _show),
        ("verify", "show, and exit with 1 where a chain does not hold", _verify),
    ):
        shown = acts.add_parser(name, help=words)
        shown.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
        shown.add_argument("--trust", type=Path, metavar="FILE", help="the keys you hold; see verify")
        shown.set_defaults(command=guarded(command))


def _add(told: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from viewer.case import custody

    key = key_of(told.key) if told.key else None
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    step = {name: getattr(told, name) for name in ("actor", "action", "location", "note")}
    drive(custody.add(told.case, step, at, key))
    print(f"{told.case}: step recorded, {'signed' if key else 'not signed'}")
    return 0


def _show(told: argparse.Namespace) -> int:
    _tell(told)
    return 0


def _verify(told: argparse.Namespace) -> int:
    links, breaks = _tell(told)
    return 0 if not breaks and all(link.holds for link in links) else 1


def _tell(told: argparse.Namespace) -> tuple[Iterable[Link], tuple[Break, ...]]:
    from viewer.case.bag import Bag
    from viewer.case.custody import links_of, verify_chain
    from viewer.case.records_of_use import Custody
    from viewer.intake.reading import reading
    from viewer.wording.custody import custody_lines, inside_lines
    from viewer.wording.voice import English

    names = trusted_names(told.trust)
    with Bag.open(told.case) as bag, reading(bag) as read:
        links = links_of(bag)
        rows: list[Custody] = list(read(Custody))
    breaks = verify_chain(rows)
    lines = [*inside_lines(English(), rows, breaks), *custody_lines(English(), links, names)]
    print("\n".join(lines))
    return links, breaks
