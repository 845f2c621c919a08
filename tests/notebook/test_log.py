"""The hearing log: a chain that shows every change, in the order in which things happened."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

from viewer.case.frozen import replace
from viewer.notebook.book import Notebook
from viewer.notebook.log import COLUMNS, HearingLog, as_csv, hearings, verified

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def _log(notebook: Notebook) -> HearingLog:
    log = HearingLog.begin(notebook, "utopia", "c" * 64, "Hearing", NOON)
    log.add("shown", 1.5, item="i1", exhibit="A-1", title="One", page=1, at=NOON)
    log.add("black", 9.0, at=NOON + timedelta(seconds=8))
    log.add("shown", 12.25, item="i2", exhibit="A-2", title="=cmd()", page=3, at=NOON - timedelta(hours=1))
    return log


def test_a_log_that_nobody_touched_is_whole(notebook: Notebook) -> None:
    log = _log(notebook)
    assert verified(log.hearing, log.rows()) == 3
    assert log.sha256 == log.rows()[-1].row_sha256
    assert hearings(notebook, "utopia") == (log.hearing,)


def test_a_clock_set_back_an_hour_does_not_change_the_order(notebook: Notebook) -> None:
    rows = _log(notebook).rows()
    assert [row.seq for row in rows] == [1, 2, 3]
    assert [row.elapsed for row in rows] == [1.5, 9.0, 12.25]
    assert rows[2].at < rows[0].at


def test_any_change_of_any_field_is_found(notebook: Notebook) -> None:
    log = _log(notebook)
    rows = log.rows()
    for name in COLUMNS:
        value = getattr(rows[1], name)
        changed: Any = value + "x" if isinstance(value, str) else value + 1
        other = replace(rows[1], **{name: changed})
        assert verified(log.hearing, (rows[0], other, rows[2])) == 1, name


def test_a_row_left_out_or_swapped_is_found(notebook: Notebook) -> None:
    log = _log(notebook)
    first, second, third = log.rows()
    assert verified(log.hearing, (first, third)) == 1
    assert verified(log.hearing, (second, first, third)) == 0
    assert verified(replace(log.hearing, list_title="Another"), (first, second, third)) == 0


def test_a_change_in_the_file_is_found(notebook: Notebook) -> None:
    log = _log(notebook)
    with notebook.change() as connection:
        connection.execute("UPDATE hearing_log SET exhibit = 'A-9' WHERE seq = 2")
    assert verified(log.hearing, log.rows()) == 1


def test_the_csv_holds_every_row_and_runs_nothing(notebook: Notebook) -> None:
    log = _log(notebook)
    table = list(csv.reader(io.StringIO(as_csv(log.rows()))))
    assert table[0] == list(COLUMNS)
    assert [row[5] for row in table[1:]] == ["A-1", "", "A-2"]
    assert table[3][6] == "'=cmd()"
    assert [row[-1] for row in table[1:]] == [row.row_sha256 for row in log.rows()]
