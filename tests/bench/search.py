"""How long a reader waits for results while typing, and for the counts of the filters, in a million events.

    python tests/bench/search.py [--events 1000000] [--words 200] [--runs 3]

Typing: into the real field over the real desk, letter by letter, 200 words drawn over all frequencies (a word in
two texts as often as one in half of them); from the key to the rows in the list, with the field's own pause; the
95th of a hundred keys, best of the runs. Facets: all facets, the count and a density of 400 columns for one word,
in a warm index that has not seen this query; the median. The floor is the field with a desk that answers at once.
The index is made beforehand and kept in build/bench/, never timed. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import statistics
import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QEventLoop, QLocale, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget  # noqa: E402

from tests.bench.cases.fixtures import fixture  # noqa: E402
from viewer import paths  # noqa: E402
from viewer.index.ask import facets, timeline  # noqa: E402
from viewer.index.ask.finding import Found, found  # noqa: E402
from viewer.index.query import Query  # noqa: E402
from viewer.index.reader import Index, open_index  # noqa: E402
from viewer.look.current import Look  # noqa: E402
from viewer.look.voice import QtVoice  # noqa: E402
from viewer.panes.finder.field import FinderField  # noqa: E402
from viewer.session.session import Session  # noqa: E402

PATIENCE = 20.0  # seconds for one key
LASTING = {
    "everything",
    "on axis",
    "value",
    "facet",
    "common words",
    "doubted",
    "values",
    "spans",
    "named",
    "open",
}
"""What an index keeps for good; all else answers a query, and is forgotten before each measurement."""


class TimedField(FinderField):
    """Notes when an answer stands in the list."""

    shown_at = 0.0

    def show_found(self, found: Found) -> None:
        super().show_found(found)
        self.shown_at = time.perf_counter()


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    sys.setswitchinterval(0.0005)  # as the program itself does
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--index", type=Path, help="an index that is there already")
    told = parser.parse_args()
    path = told.index or fixture("synthetic", told.events)
    numbers = {**typing(path, told.words, told.runs), **filtering(path)}
    print(json.dumps({name: round(number, 2) for name, number in numbers.items()}))


def typing(path: Path, words: int, runs: int) -> dict[str, float]:
    """95th percentile of the milliseconds a key takes, and the same where nothing is found."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    session = Session(path)
    window = QWidget()
    field = TimedField(
        session.navigator, session.desk, Look(paths.resources(), "light"), QtVoice(QLocale("en")), window
    )
    QHBoxLayout(window).addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    window.resize(900, 600)
    window.show()
    typed = drawn(session.connection, words)
    type_in(application, field, "warm")
    took = [[key for word in typed for key in type_in(application, field, word)] for _ in range(runs)]
    floor = [key for _ in range(10) for key in type_in(application, field, "qqqzzz")]
    slow = sorted(zip(took[-1], (word[: n + 1] for word in typed for n in range(len(word))), strict=True))[-5:]
    print("slowest keys:", ", ".join(f"{text} {ms:.0f} ms" for ms, text in reversed(slow)))
    window.close()
    window.deleteLater()
    application.processEvents()
    session.close()
    answers = {"typing_p95_ms": min(map(p95, took)), "typing_median_ms": statistics.median(took[-1])}
    return answers | {"typing_floor_p95_ms": p95(floor)}


def drawn(connection: sqlite3.Connection, count: int) -> list[str]:
    """Words over all frequencies: as many that two texts have as that half of them have."""
    by_frequency = defaultdict(list)
    for word, texts in connection.execute("SELECT term, events + chunks FROM known_word ORDER BY term"):
        by_frequency[texts.bit_length()].append(word)
    chance = random.Random(1)
    classes = sorted(by_frequency)
    return [chance.choice(by_frequency[classes[turn % len(classes)]]) for turn in range(count)]


def type_in(application: QApplication, field: TimedField, word: str) -> list[float]:
    """Milliseconds from each key to its rows."""
    field.clear()
    took = []
    for letter in word:
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            application.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        while field.shown_at < began:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(word)
        took.append((field.shown_at - began) * 1000)
    return took


def p95(numbers: list[float]) -> float:
    """The number that 95 of a hundred do not exceed."""
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * 0.95))]


def filtering(path: Path) -> dict[str, float]:
    """The word with most hits up to 100,000, and that in about two thirds of all events."""
    with closing(open_index(path)) as index:
        events = facets.matched(index, Query()).events
        words = index.execute(
            "SELECT term, events FROM known_word ORDER BY events DESC, term LIMIT 2000"
        ).fetchall()
        worst = min(words, key=lambda pair: abs(pair[1] - events * 2 / 3))
        common = next(pair for pair in words if pair[1] <= min(100_000, events / 2))
        extent = timeline.extent(index)
        assert extent is not None
        answers = {}
        for name, (word, hits) in (("facets_100k_ms", common), ("facets_worst_ms", worst)):
            answers[name] = counted(index, Query(words=word), (extent.start, extent.end))
            print(f"{name}: “{word}” in {hits:,} of {events:,} events, {answers[name]:.1f} ms")
        answers["facets_floor_ms"] = counted(index, Query(), (extent.start, extent.end))
        print("first 50 of the same words:", *(f"{timed(index, word):.1f} ms" for word, _ in (common, worst)))
        return answers


def counted(index: Index, query: Query, span: tuple[int, int]) -> float:
    """Median milliseconds of all facets with their counts and the columns, nothing of the query known before."""
    took = []
    for _ in range(9):
        forget(index)
        began = time.perf_counter()
        facets.facets(index, query)
        timeline.density(index, *span, 400, query=query)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took[1:])


def timed(index: Index, word: str) -> float:
    began = time.perf_counter()
    found(index, word)
    return (time.perf_counter() - began) * 1000


def forget(index: Index) -> None:
    """Let go of all answers."""
    for key in [key for key in index.kept if key[0] not in LASTING]:
        del index.kept[key]


if __name__ == "__main__":
    main()
