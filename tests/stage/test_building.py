"""Stages built from the bundled case: claimant first, answers together, notes as notes, and nothing private."""

from __future__ import annotations

from itertools import pairwise

import pytest

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import replace
from viewer.case.hearing import KINDS, Step, Target
from viewer.index.ask.events import event
from viewer.index.ask.storyboards import storyboards
from viewer.stage.asking import Asking
from viewer.stage.building import covered_scene, fingerprint, scenes
from viewer.stage.scene import Card, Chart, Headline, Pages, Panels, Scene, Table, Timeline


def _step(kind: str, *targets: Target, **more: str) -> Step:
    return Step(kind, more.get("title", ""), targets, more.get("exhibit", "A-1"), more.get("body", ""))


def _rows(made: tuple[Scene, ...]) -> list[str]:
    return [row.name for scene in made if isinstance(scene.body, Chart | Table) for row in scene.body.rows]


def test_figures_name_each_claimant_first_and_lose_none_between_pages(ask: Asking) -> None:
    made = scenes(ask, _step("figures", Target("event", "E16", "killed")))
    chart = event(ask.connection, "E16").charts[0]
    assert _rows(made) == [claim.claimant.name for claim in chart.claims if claim.claimant]
    assert len(made) > 1
    assert len({scene.body.high for scene in made if isinstance(scene.body, Chart)}) == 1, "one axis on all pages"
    assert all("10 claims" in scene.below for scene in made)
    bodies = [scene.body for scene in made if isinstance(scene.body, Chart)]
    rows = {(row.name, row.words): row for body in bodies for row in body.rows}
    assert rows["OHCHR", "at least 34"].doubt == ""
    assert rows["UNAMI", "34"].doubt == "disputed"


def test_an_event_shows_the_range_of_all_counts_and_no_winner(ask: Asking) -> None:
    (scene,) = scenes(ask, _step("event", Target("event", "E31")))[:1]
    assert isinstance(scene.body, Headline)
    assert (scene.body.figures, scene.body.measure) == ("15 to 53", "killed, by 13 claims")
    assert scene.body.doubt.startswith("Disputed: killed")
    assert scene.body.summary.startswith("Editor's summary: ")
    assert "No claim is preferred" in scene.source


def test_a_quotation_never_comes_without_what_answers_it(ask: Asking) -> None:
    for quote in ("Q1", "Q2", "Q3"):
        made = scenes(ask, _step("quotes", Target("quote", quote)))
        panels = [panel for scene in made if isinstance(scene.body, Panels) for panel in scene.body.panels]
        assert len(panels) >= 2
        assert [scene.forced for scene in made] == [False] + [True] * (len(made) - 1)
        assert {panel.style for panel in panels} == {"quote"}


def test_a_passage_of_a_note_says_whose_words_it_is(ask: Asking) -> None:
    (scene,) = scenes(ask, _step("passage", Target("passage", "P-E11-C11")))
    assert isinstance(scene.body, Panels)
    (panel,) = scene.body.panels
    assert (panel.style, panel.warning, panel.page) == ("note", "Our paraphrase. Original not held.", None)
    assert "Our paraphrase. Original not held." in scene.spoken
    assert "“" not in scene.spoken


def test_a_total_has_no_bar_on_the_axis_of_time(ask: Asking) -> None:
    made = scenes(ask, _step("span", Target("event", "E37"), Target("event", "E40"), title="After"))
    rows = [row for scene in made if isinstance(scene.body, Timeline) for row in scene.body.rows]
    assert [row.time is None for row in rows] == [False, True]


def test_every_kind_of_item_makes_stages(ask: Asking) -> None:
    targets = (Target("event", "E16"), Target("quote", "Q3"), Target("passage", "P-E11-C11"))
    for kind in KINDS:
        made = scenes(ask, Step(kind, "Title", targets, "A-1", "Words"))
        assert made, kind
        assert all(scene.stamp == "Exhibit A-1" and scene.spoken for scene in made), kind


def test_a_document_that_is_only_a_note_is_shown_as_its_notes(ask: Asking) -> None:
    made = scenes(ask, _step("document", Target("document", "N-usdos-2010-03-11")))
    assert made
    styles = {panel.style for scene in made if isinstance(scene.body, Panels) for panel in scene.body.panels}
    assert styles == {"note"}


def test_a_document_that_is_not_held_is_shown_by_its_facts(ask: Asking) -> None:
    (uid,) = ask.connection.execute(
        "SELECT uid FROM document WHERE id NOT IN (SELECT document_id FROM passage) LIMIT 1"
    ).fetchone()
    (scene,) = scenes(ask, _step("document", Target("document", uid)))
    assert isinstance(scene.body, Card)
    assert "Original not held." in scene.body.words
    assert scene.title


def test_a_document_that_is_graphic_is_covered_whatever_the_list_says(harbour: Asking) -> None:
    (uid,) = harbour.connection.execute("SELECT uid FROM document WHERE graphic LIMIT 1").fetchone()
    made = scenes(harbour, _step("document", Target("document", uid)))
    assert all(scene.covered for scene in made)


def test_everything_in_a_case_of_every_kind_of_document_makes_stages(harbour: Asking) -> None:
    styles: set[str] = set()
    for entity, kind in (
        ("event", "event"),
        ("quote", "quotes"),
        ("passage", "passage"),
        ("document", "document"),
    ):
        for (uid,) in harbour.connection.execute(f"SELECT uid FROM {entity}").fetchall():
            made = scenes(harbour, _step(kind, Target(entity, uid)))
            assert made and all(scene.title and scene.spoken for scene in made), uid
            bodies = [scene.body for scene in made]
            styles |= {panel.style for body in bodies if isinstance(body, Panels) for panel in body.panels}
    assert styles == {"quote", "note", "strip"}


def test_a_passage_is_shown_without_the_markup_of_its_file(harbour: Asking) -> None:
    (uid,) = harbour.connection.execute("SELECT uid FROM passage WHERE exact LIKE '%**before**%'").fetchone()
    (scene,) = scenes(harbour, _step("passage", Target("passage", uid)))
    assert isinstance(scene.body, Panels)
    assert scene.body.panels[0].text == "The strike ended on 13 March, a day before the fire."


def test_a_passage_of_a_translation_says_that_it_is_one(harbour: Asking) -> None:
    (uid,) = harbour.connection.execute(
        "SELECT p.uid FROM passage p JOIN document d ON d.id = p.document_id WHERE d.derivation = 'translation'"
    ).fetchone()
    (scene,) = scenes(harbour, _step("passage", Target("passage", uid)))
    assert isinstance(scene.body, Panels)
    assert "ranslation" in scene.body.panels[0].warning
    assert scene.body.panels[0].warning in scene.spoken


def test_a_line_of_two_directions_reads_as_the_stage_does(harbour: Asking) -> None:
    rows = harbour.connection.execute(
        "SELECT p.uid FROM passage p JOIN document d ON d.id = p.document_id JOIN source s ON s.id = d.source_id"
        " WHERE s.publisher GLOB '*[آ-ی]*'"
    ).fetchall()
    assert rows
    for (uid,) in rows:
        for rtl, mark in ((False, "\u200e"), (True, "\u200f")):
            source = scenes(replace(harbour, rtl=rtl), _step("passage", Target("passage", uid)))[0].source
            assert source.startswith(mark + "\u2068")
            assert "\u2069, " in source


def test_what_the_case_lacks_is_refused(ask: Asking) -> None:
    for step in (_step("event", Target("event", "E999")), _step("figures", Target("event", "E16", "nothing"))):
        with pytest.raises(UnknownFocus):
            scenes(ask, step)


def test_a_graphic_item_is_marked_covered_and_its_cover_tells_nothing(ask: Asking) -> None:
    step = replace(_step("event", Target("event", "E31")), graphic=True)
    made = scenes(ask, step)
    assert all(scene.covered for scene in made)
    cover = covered_scene(ask, made[0])
    assert isinstance(cover.body, Card)
    assert cover.stamp == "Exhibit A-1"
    assert "Ashraf" not in cover.spoken and "53" not in cover.spoken


def test_no_stage_of_the_bundled_list_holds_a_note_or_a_grade(ask: Asking) -> None:
    (board,) = storyboards(ask.connection)
    for one in board.steps:
        told = "\n".join(scene.spoken for scene in scenes(ask, one.step))
        assert one.note not in told
        assert one.caution not in told
        for word in ("usually reliable", "probably true", "proposed by the compilers"):
            assert word not in told


def test_a_changed_stage_has_another_fingerprint(ask: Asking) -> None:
    made = scenes(ask, _step("event", Target("event", "E31")))
    changed = (replace(made[0], spoken=made[0].spoken + "."), *made[1:])
    assert fingerprint(made) == fingerprint(scenes(ask, _step("event", Target("event", "E31"))))
    assert fingerprint(made) != fingerprint(changed)


def test_pages_are_numbered_where_there_are_several(ask: Asking) -> None:
    made = scenes(ask, _step("accounts", Target("event", "E16")))
    assert made[0].below.endswith(f"(1 of {len(made)})")
    for before, after in pairwise(made):
        assert before.below != after.below
    assert len(_rows(made)) == len(event(ask.connection, "E16").claims)


def test_a_document_is_all_its_pages_and_a_named_page_is_that_one(harbour: Asking) -> None:
    whole = scenes(harbour, _step("document", Target("document", "D-LOG")))
    pages = [page.page for scene in whole if isinstance(scene.body, Pages) for page, _words in scene.body.pages]
    assert pages == [1, 2, 3]
    (one,) = scenes(harbour, _step("document", Target("document", "D-LOG", "2")))
    assert isinstance(one.body, Pages)
    assert one.body.pages[0][0].page == 2
