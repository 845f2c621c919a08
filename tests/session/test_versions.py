"""Two versions read through locked children and compared."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.versioned import altered, built
from viewer.case.bag import Bag
from viewer.case.errors import NotACase
from viewer.case.figure import Figure
from viewer.locked.case_reader import Unwanted
from viewer.session.versions import Compared, differ

CHANGED = (("claims.csv", "killed,4,,,at-least,,2010-03-04", "killed,6,,,at-least,,2010-03-04"),)


def driven(steps: Generator[float, None, Compared]) -> tuple[list[float], Compared]:
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as ended:
            return shares, ended.value


def compared(old: Path, new: Path) -> Compared:
    return driven(differ(old, new, lambda: False))[1]


def test_a_changed_figure_is_told_with_old_and_new(tmp_path: Path) -> None:
    old, new = built(tmp_path, "old"), built(tmp_path, "new", CHANGED)
    shares, found = driven(differ(old, new, lambda: False))
    assert shares == sorted(shares)
    (difference,) = found.differences
    assert (difference.entity, difference.uid, difference.kind) == ("claim", "C1", "changed")
    (change,) = difference.changes
    assert (change.old, change.new) == (Figure(4, None, None, "at-least"), Figure(6, None, None, "at-least"))
    with Bag.open(old) as first, Bag.open(new) as second:
        assert (found.old, found.new) == (first.digest, second.digest)
    assert not found.other_case


def test_a_case_with_an_altered_document_can_be_compared(tmp_path: Path) -> None:
    case = built(tmp_path)
    assert compared(case, altered(case)).differences == ()


def test_another_case_is_known_as_one(tmp_path: Path) -> None:
    other = built(tmp_path, "other", (("case.toml", 'uid = "harbour-2010"', 'uid = "another"'),))
    assert compared(built(tmp_path), other).other_case


def test_what_is_no_case_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.evcase").write_bytes(b"no case")
    with pytest.raises(NotACase):
        compared(tmp_path / "no.evcase", built(tmp_path))


def test_it_ends_when_nobody_waits(tmp_path: Path) -> None:
    case = built(tmp_path)
    with pytest.raises(Unwanted):
        driven(differ(case, case, lambda: True))
