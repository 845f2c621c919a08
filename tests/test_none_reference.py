"""Guards against the PySide6 builds that lose a reference to None on every void call, and so abort."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 10_000


def references_lost_by_void_calls() -> int:
    """How many references to None fewer there are after many calls that answer nothing."""
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("again")
    return before - sys.getrefcount(None)


def test_void_calls_of_qt_leave_the_references_to_none_as_they_were() -> None:
    # Python 3.12 and later hold None for ever; there the count does not move at all.
    assert abs(references_lost_by_void_calls()) < CALLS // 100


def test_a_lost_reference_would_be_counted() -> None:
    before = sys.getrefcount(None)
    held = [None] * CALLS
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) - before >= CALLS - CALLS // 100
    assert len(held) == CALLS
