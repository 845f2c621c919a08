"""What is picked becomes a line that the builder reads again as the same passage."""

from __future__ import annotations

import csv
import json

from viewer.builder.sheets import PASSAGES
from viewer.panes.source.passage_row import COLUMNS, passage_row
from viewer.panes.source.sheet import Picked


def read(line: str) -> dict[str, str]:
    (row,) = csv.reader([line])
    return dict(zip(COLUMNS, row, strict=True))


def test_the_columns_are_those_of_the_builder_in_its_order() -> None:
    assert tuple(column.name for column in PASSAGES.columns) == COLUMNS


def test_words_with_quotation_marks_and_line_ends_survive() -> None:
    words = 'He said: "no",\nand left.'
    row = read(" ".join(passage_row("D1", "en", Picked(words, page=3)).splitlines()))
    assert row["page"] == "3" and row["lang"] == "en"
    (whole,) = csv.reader(passage_row("D1", "en", Picked(words, page=3)).splitlines(keepends=True))
    assert whole[COLUMNS.index("exact")] == words


def test_a_box_on_a_page_is_boxes_and_one_on_a_picture_is_a_part_of_it() -> None:
    box = (0.1, 0.2, 0.5, 0.6)
    page = read(passage_row("D1", "und", Picked(page=2, box=box)))
    assert json.loads(page["rects"]) == [[0.1, 0.2, 0.5, 0.6]] and page["page"] == "2" and page["lang"] == ""
    picture = read(passage_row("D2", "und", Picked(page=1, box=box, picture=True)))
    assert [float(part) for part in picture["xywh"].split(",")] == [0.1, 0.2, 0.4, 0.4]
    assert picture["rects"] == "" and picture["page"] == ""


def test_two_passages_have_two_ids_and_the_same_one_has_the_same() -> None:
    one, other = Picked("a", page=1), Picked("b", page=1)
    assert passage_row("D", "en", one) == passage_row("D", "en", one)
    assert read(passage_row("D", "en", one))["id"] != read(passage_row("D", "en", other))["id"]
