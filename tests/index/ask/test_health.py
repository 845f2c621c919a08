"""Citations come out of the index with what a look at the document needs."""

from __future__ import annotations

import sqlite3

from viewer.index.ask.health import STANDINGS, citations
from viewer.wording.health import count_standings, explain_standing, say_standing
from viewer.wording.voice import English


def test_every_passage_is_there_with_its_document_and_what_rests_on_it(index: sqlite3.Connection) -> None:
    found = {each.passage: each for each in citations(index)}
    assert list(found) == ["P1", "P2", "P3", "P4"]
    assert (found["P1"].held, found["P1"].path) == (False, None)
    assert (found["P2"].document, found["P2"].media_type) == ("N-wire", "text/markdown")
    assert found["P2"].path == "documents/wire.md"
    assert found["P3"].anchor.exact == "Residents say 36 & more."
    assert (found["P3"].claims, found["P3"].quotes) == (1, 1)


def test_every_standing_has_words() -> None:
    voice = English()
    assert all(say_standing(voice, state) and explain_standing(voice, state).endswith(".") for state in STANDINGS)
    told = count_standings(voice, ["exact", "moved", "exact"])
    assert told == "3 passages: 1 moved, 2 exact"
    assert count_standings(voice, []) == "The case has no passages."
