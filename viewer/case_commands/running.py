"""How a command runs: its steps are driven to the end, what goes wrong becomes a sentence and an exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from viewer.case.errors import CaseError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Result = TypeVar("Result")
Command = Callable[[argparse.Namespace], int]


def drive(steps: Generator[float, None, Result]) -> Result:
    """The result of work that yields the share done, which a terminal is shown."""
    shows = sys.stderr.isatty()
    while True:
        try:
            share = next(steps)
        except StopIteration as ended:
            if shows:
                print("\r     \r", end="", file=sys.stderr, flush=True)
            result: Result = ended.value
            return result
        if shows:
            print(f"\r{round(share * 100)} %", end="", file=sys.stderr, flush=True)


def guarded(command: Command) -> Command:
    """The command with the world's faults told in a sentence: exit status 1."""

    def run(told: argparse.Namespace) -> int:
        from viewer.wording.failures import say_failure
        from viewer.wording.voice import English

        try:
            return command(told)
        except CaseError as wrong:
            print(say_failure(English(), wrong), file=sys.stderr)
        except OSError as wrong:
            print(f"{wrong.filename or told}: {wrong.strerror or wrong}", file=sys.stderr)
        return 1

    return run
