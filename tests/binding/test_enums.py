"""Every enum of QtCore, QtGui and QtWidgets, made quickly and by Python's own `enum`, is the same."""

from __future__ import annotations

import enum
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from viewer.binding import enums
from viewer.binding.enums import TRIED, quick

pytestmark = pytest.mark.skipif(sys.version_info[:2] != TRIED, reason="made by Python's own enum in this version")

Make = Callable[..., Any]
SLOW: Make = vars(enum)["EnumType"]._create_
NOBODYS = ("__dict__", "__weakref__")
USUAL: dict[str, Any] = {"module": None, "qualname": None, "type": None, "start": 1}


def told(made: Any) -> dict[str, object]:
    """What can be known of an enum."""
    members = list(made.__members__.values())
    values = [member.value for member in members]
    found = {
        "own": {name: plain(value) for name, value in sorted(vars(made).items()) if name not in NOBODYS},
        "bases": made.__mro__[1:],
        "members": [(name, member.name, member.value) for name, member in made.__members__.items()],
        "state": [sorted(vars(member)) for member in members],
        "order": [member._sort_order_ for member in members],
        "listed": said_of(lambda: [member.name for member in made]),
        "back": said_of(lambda: [member.name for member in reversed(made)]),
        "said": [said_of(lambda: (a, str(a), f"{a}")) for a in members],  # noqa: B023
        "by value": [made(value).name for value in values],
        "same": [
            made[name] is member and getattr(made, name) is member for name, member in made.__members__.items()
        ],
        "length": len(made),
        "hash": [hash(member) for member in members],
    }
    if issubclass(made, enum.Flag):
        few = members[:9]
        found["flags"] = [said_of(lambda: (a | b, a & b, a ^ b)) for a in few for b in few]  # noqa: B023
        found["not"] = [said_of(lambda: (~a, list(a), bool(a))) for a in members]  # noqa: B023
        found["none"] = said_of(lambda: (made(0), bool(made(0))))
    return found


def said_of(asked: Callable[[], object]) -> str:
    """What comes of it; an error is an answer: Python itself cannot spell out every flag."""
    try:
        return repr(asked())
    except (ValueError, AttributeError, TypeError) as error:
        return repr(error)


def plain(value: Any) -> object:
    """Without what differs between two classes of one name."""
    if isinstance(value, staticmethod):
        value = value.__func__
    if isinstance(value, enum.Enum):
        return value.name, value.value
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    value = getattr(value, "__func__", value)
    return getattr(value, "__qualname__", value)


def both(names: list[tuple[str, int]], base: Any, boundary: Any = enum.FlagBoundary.KEEP) -> tuple[Any, Any]:
    more = {**USUAL, "boundary": boundary}
    return call(quick(SLOW), base, "Kind", names, more), call(SLOW, base, "Kind", names, more)


def call(make: Make, base: Any, name: str, names: list[tuple[str, int]], more: dict[str, Any]) -> Any:
    return make(base, name, names, **more)


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
@pytest.mark.parametrize(
    "names",
    [
        [("A", 0), ("B", 1), ("C", 2)],
        [("C", 4), ("A", 1), ("All", 7), ("B", 2), ("Alias", 4), ("None_", 0)],
        [("Lowest", -8), ("High", 0x80000000), ("Mask", 0xFFFFFFFF)],
        [("Only", 3)],
    ],
)
def test_an_enum_made_quickly_is_the_one_that_python_makes(base: Any, names: list[tuple[str, int]]) -> None:
    ours, theirs = both(names, base)
    assert told(ours) == told(theirs)
    assert ours is not theirs


ASKED: dict[str, Callable[[Any], Any]] = {
    "by name": lambda made: made["B"],
    "by attribute": lambda made: made.B,
    "by value": lambda made: made(2),
    "in turn": lambda made: list(made)[1],
    "as a member": lambda made: made.__members__["B"],
    "in a list of names": lambda made: getattr(made, dir(made)[dir(made).index("B")]),
}


@pytest.mark.parametrize("how", ASKED)
def test_an_enum_is_filled_by_whoever_asks_first(how: str) -> None:
    made, _ = both([("A", 1), ("B", 2)], enum.Enum)
    assert "B" not in vars(made)
    assert ASKED[how](made) is made.B
    assert made.B.value == 2


def test_what_is_asked_for_on_several_threads_at_once_is_one_member() -> None:
    names = [(f"N{number}", number) for number in range(400)]
    for _ in range(20):
        made, _ = both(names, enum.Enum)
        ready = Barrier(4)

        def ask(made: Any = made, ready: Barrier = ready) -> Any:
            ready.wait()
            return made.N399

        with ThreadPoolExecutor(4) as pool:
            found = [asked.result() for asked in [pool.submit(ask) for _ in range(4)]]
        assert {id(member) for member in found} == {id(made.N399)}


def test_a_member_cannot_be_replaced_before_it_is_made_either() -> None:
    for made in both([("A", 1)], enum.Enum):
        with pytest.raises(AttributeError):
            made.A = 5
        made.more = 5
        assert made.A.value == 1


def test_old_names_are_known_once_all_enums_are_filled() -> None:
    """PySide finds `QFrame.Box`, without the enum's name, only in classes that are filled."""
    old = (
        "from viewer.binding import enums, loading; loading.load();"
        " from PySide6.QtWidgets import QFrame; enums.fill_all(); print(QFrame.Box is QFrame.Shape.Box);"
        " from PySide6.QtGui import QPalette; print(QPalette.Base is QPalette.ColorRole.Base)"
    )
    said = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]


@pytest.mark.parametrize(
    "names",
    [
        [("name", 1)],
        [("_private", 1)],
        [("A", True)],
        [("A", "text")],
        [],
        "A B",
    ],
)
def test_what_is_not_plain_is_left_to_python(names: Any) -> None:
    asked: list[object] = []

    def slow(*said: Any, **more: Any) -> Any:
        asked.append(said)
        return SLOW(*said, **more)

    call(quick(slow), enum.Enum, "Kind", names, {**USUAL, "boundary": None})
    assert [said[2] for said in asked if isinstance(said, tuple)] == [names]


def test_an_enum_of_our_own_is_still_named_after_its_module() -> None:
    made = (
        "import enum; from viewer.binding.enums import make_quickly; make_quickly();"
        " print(enum.Enum('Kind', 'A B').__module__, enum.Enum('Kind', [('A', 1)]).__module__)"
    )
    said = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["__main__", "__main__"]


def test_a_name_that_stands_twice_is_refused_as_python_does() -> None:
    with pytest.raises(TypeError, match="already defined"):
        call(quick(SLOW), enum.Enum, "Kind", [("A", 1), ("A", 2)], {**USUAL, "boundary": None})


def test_every_enum_of_qt_is_the_one_that_python_makes() -> None:
    """In processes of their own, for here PySide has made its enums already."""
    script = str(Path(__file__).with_name("all_enums.py"))
    quickly, slowly = (
        subprocess.run(
            [sys.executable, script, *how],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": "1"},
        ).stdout
        for how in (["quickly"], [])
    )
    assert len(set(slowly.splitlines())) > 600
    assert quickly == slowly


def test_the_program_has_them_made_quickly() -> None:
    start = (
        "from viewer.binding import loading; loading.load(); import enum; print(enum.EnumType._create_.__module__)"
    )
    said = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == enums.__name__
