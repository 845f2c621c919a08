"""evidence-case: a case on the command line, built, checked and begun; words only, never a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.case_commands import custody, differing, exporting, keys, sealing

if TYPE_CHECKING:
    from viewer.builder.build import Checked

NAME = "evidence-case"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 = done, 1 = the folder or case is at fault, 2 = the command line is."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    told = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = told.command
    return command(told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=NAME, description="Builds and checks cases for the Evidence Viewer. Nothing goes over a network."
    )
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_new(commands)
    _add_index(commands)
    for room in (exporting, sealing, custody, keys, differing):
        room.add(commands)
    return parser


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = commands.add_parser(
        "build",
        help="make a case of a folder or of one sheet",
        description="Makes a case of a folder (case.toml, CSV files, documents/) or of one sheet of claims "
        "(.csv or .xlsx). While there is an error nothing is written and the exit status is 1.",
    )
    build.add_argument("folder", type=Path, metavar="FOLDER", help="the folder, or a sheet (.csv, .xlsx)")
    build.add_argument("-o", "--output", type=Path, required=True, metavar="CASE", help="a name ending in .evcase")
    build.add_argument("--folder", action="store_true", dest="as_folder", help="write a folder, not one file")
    build.add_argument(
        "--draft", action="store_true", help="build in spite of errors and mark the case as a draft"
    )
    _add_wishes(build)
    build.set_defaults(command=_build)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="list what is wrong with a folder, and how every passage stands",
        description="Writes no case. Lists every passage with its state: exact, moved, missing, ambiguous, by "
        "place (page, boxes or seconds without words to compare), not checked, not held. With --quiet, only those "
        "whose words are not where they should be.",
    )
    check.add_argument("folder", type=Path, metavar="FOLDER", help="the folder, or a sheet (.csv, .xlsx)")
    _add_wishes(check)
    check.set_defaults(command=_check, draft=False)


def _add_wishes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--with-restricted", action="store_true", help="keep entries marked restricted")
    parser.add_argument("--problems", type=Path, metavar="FILE", help="write the problems to this CSV file")
    parser.add_argument("--quiet", action="store_true", help="do not list warnings")


def _add_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    new = commands.add_parser(
        "new", help="begin a folder", description="Makes a folder with an example to change."
    )
    new.add_argument("folder", type=Path, metavar="FOLDER", help="a name that is still free, or an empty folder")
    new.set_defaults(command=_new)


def _add_index(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    index = commands.add_parser("index", help="make the index of a case", description="For bundled cases.")
    index.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
    index.add_argument("-o", "--output", type=Path, required=True, metavar="INDEX", help="the file to write")
    index.set_defaults(command=_index)


# Commands


def _check(told: argparse.Namespace) -> int:
    checked = _checked(told)
    if checked is None:
        return 1
    _list_passages(checked, told.quiet)
    return 1 if checked.errors else 0


def _list_passages(checked: Checked, quiet: bool) -> None:
    """One line a passage, then how many stand how."""
    from viewer.wording.health import IN_ORDER, count_standings, say_standing
    from viewer.wording.voice import English

    for entry, state in checked.standings:
        if not (quiet and state in IN_ORDER):
            print(
                f"{entry.file}:{entry.line}: {entry.key}: {say_standing(English(), state)} ({entry['document']})"
            )
    print(count_standings(English(), (state for _, state in checked.standings)))


def _build(told: argparse.Namespace) -> int:
    from viewer.builder.build import can_be_built, write

    checked = _checked(told)
    if checked is None:
        return 1
    if not can_be_built(checked, told.draft):
        print("Nothing was written.", file=sys.stderr)
        return 1
    target: Path = told.output.with_suffix("") if told.as_folder else told.output
    try:
        write(checked, target)
    except FileExistsError:
        return _complain(f"{target} exists and is no case. Nothing was written.")
    except OSError as wrong:
        return _complain(f"{target} cannot be written: {wrong.strerror or wrong}")
    print(f"{target}: {'draft ' if checked.errors else ''}written")
    return 0


def _checked(told: argparse.Namespace) -> Checked | None:
    """The folder, read and checked, its problems printed; None where it cannot be read."""
    from viewer.builder.build import Wishes, check
    from viewer.builder.listing import write_problems
    from viewer.wording.problems import line_of, say_count
    from viewer.wording.voice import English

    if not told.folder.exists():
        _complain(f"There is no folder or sheet {told.folder}.")
        return None
    try:
        checked = check(told.folder, Wishes(told.draft, told.with_restricted))
        if told.problems:
            write_problems(checked, told.problems, English())
    except OSError as wrong:
        _complain(f"{wrong.filename or told.folder}: {wrong.strerror or wrong}")
        return None
    for problem in checked.problems:
        if not (told.quiet and problem.severity == "warning"):
            print(line_of(English(), problem), file=sys.stderr)
    print(f"{told.folder}: {say_count(English(), checked.problems)}")
    return checked


def _new(told: argparse.Namespace) -> int:
    from viewer.builder.template import begin

    try:
        begin(told.folder)
    except FileExistsError:
        return _complain(f"{told.folder} is not empty. Nothing was written.")
    except OSError as wrong:
        return _complain(f"{told.folder} cannot be written: {wrong.strerror or wrong}")
    print(f"{told.folder}: begun. Change the example, then: {NAME} check {told.folder}")
    return 0


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _index(told: argparse.Namespace) -> int:
    import sqlite3

    from viewer.builder.indexing import write_index
    from viewer.case.errors import CaseError
    from viewer.wording.failures import say_failure
    from viewer.wording.voice import English

    try:
        for _ in write_index(told.case, told.output):
            pass
    except CaseError as wrong:
        return _complain(say_failure(English(), wrong))
    except (OSError, sqlite3.OperationalError) as wrong:
        return _complain(f"{told.output} cannot be written: {wrong}")
    print(f"{told.output}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
