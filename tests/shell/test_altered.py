"""A document that is not as its case lists it is marked wherever it appears, with both hashes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.builder.examining import examine
from viewer.case.bag import Bag
from viewer.case.hearing import Step, Target
from viewer.index.ask import comparing, events, facets, finding, health, sources
from viewer.index.query import Query
from viewer.index.reader import Index, open_index
from viewer.intake.opened import Opened
from viewer.intake.opening import opened
from viewer.panes.detail.chips import ChipSpot
from viewer.panes.finder.lines import lines_of
from viewer.session.focus import Focus
from viewer.shell.about_case import AboutCase
from viewer.shell.house import House
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow
from viewer.stage.asking import Asking
from viewer.stage.building import scenes
from viewer.stage.scene import Pages, Panels
from viewer.wording.accounts import carrier_line
from viewer.wording.citation import Reference, cite_claim, cite_quote
from viewer.wording.digests import digest_groups
from viewer.wording.filters import value_label
from viewer.wording.sources import holds_words, source_words
from viewer.wording.voice import English

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ALTERED, GONE = ("D-COURIER.html", "N-MONITOR.md", "D-LOG.pdf"), ("D-UNION.md",)
OTHER = b"other words"
MARKED = {"S-COURIER": "altered", "S-MONITOR": "altered", "S-LOG": "altered", "S-UNION": "missing"}
VOICE = English()


@pytest.fixture
def sent(built_resources: Path, tmp_path: Path) -> Path:
    """The tutorial case with three documents replaced and one taken out."""
    target = tmp_path / "sent.evcase"
    with zipfile.ZipFile(paths.bundled_case("harbour")) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            if not entry.filename.endswith(GONE):
                new.writestr(entry, OTHER if entry.filename.endswith(ALTERED) else old.read(entry))
    return target


@pytest.fixture
def case(sent: Path) -> Iterator[Opened]:
    made = opened(sent)
    yield made
    made.close()


@pytest.fixture
def index(case: Opened) -> Iterator[Index]:
    with closing(open_index(case.index, case.altered)) as connection:
        yield connection


@pytest.fixture
def house(service: Service, built_resources: Path) -> Iterator[House]:
    made = House(service)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.processEvents()


def test_every_claim_says_so_of_its_source_and_its_passages(index: Index) -> None:
    claims = events.event(index, "E-FIRE").claims
    assert {claim.source.uid for claim in claims} > MARKED.keys()
    for claim in claims:
        state = MARKED.get(claim.source.uid, "")
        assert claim.source.alteration == state
        assert source_words(VOICE, claim.source).startswith(f"file {state} · ") is bool(state)
        if state:
            assert {passage.hold for passage in claim.passages} == {state}
            assert holds_words(VOICE, claim.passages) == f"the file is {state}"
            assert state in cite_claim(VOICE, claim, "Fire", Reference("Harbour", "")).lower()
            assert f"file {state}" in carrier_line(VOICE, claim.source, claims)


def test_a_claim_with_a_sound_passage_as_well_says_both(index: Index) -> None:
    claims = events.event(index, "E-FIRE").claims
    sound = next(claim for claim in claims if {passage.hold for passage in claim.passages} == {"held"})
    marked = next(claim for claim in claims if claim.source.uid == "S-COURIER")
    said = holds_words(VOICE, (*marked.passages, *sound.passages))
    assert said == "found in the source; the file is altered"


def test_quotations_and_accounts_say_so(index: Index) -> None:
    quotes = [quote for quote in events.event(index, "E-FIRE").quotes if quote.source.uid == "S-COURIER"]
    assert quotes
    assert "Altered: the file" in cite_quote(VOICE, quotes[0], Reference("Harbour", ""))
    table = comparing.accounts(index, ["E-FIRE"])
    told = {source.uid: source.alteration for account in table.accounts for source in account.sources}
    assert {uid: told[uid] for uid in MARKED} == MARKED


def test_what_is_found_by_words_says_so_first(index: Index) -> None:
    found = finding.found(index, "the", limit=500)
    marked = [hit for hit in found.findings if hit.source in MARKED and hit.entity in ("claim", "source", "quote")]
    assert marked and all(hit.alteration == MARKED[hit.source or ""] for hit in marked)
    shown = [line.finding for line in lines_of(VOICE, found) if line.finding and line.finding.alteration]
    assert len(shown) == len(marked)
    assert all(hit.detail.startswith("file ") for hit in shown)
    others = [hit for hit in found.findings if hit.source not in MARKED]
    assert others and not any(hit.alteration for hit in others)


def test_the_list_of_sources_to_filter_by_says_so(index: Index) -> None:
    listed = {value.value: value for value in facets.values(index, Query(), "source", "")}
    assert {uid: listed[uid].alteration for uid in MARKED} == MARKED
    assert value_label(VOICE, listed["S-UNION"]).startswith("file missing · Dockers")
    assert not any(value.alteration for uid, value in listed.items() if uid not in MARKED)
    assert not any(value.alteration for value in facets.values(index, Query(), "kind", ""))


def test_citation_health_says_so_and_does_not_look_into_the_file(index: Index, sent: Path) -> None:
    with Bag.open(sent) as bag:
        looking = examine(health.citations(index), bag.document)
        while True:
            try:
                next(looking)
            except StopIteration as last:
                found = last.value
                break
    states = {each.citation.document: each.stand.state for each in found}
    assert {states[uid] for uid in ("D-COURIER", "N-MONITOR", "D-LOG")} == {"altered"}
    assert states["D-UNION"] == "no-file"
    assert "altered" not in {states[uid] for uid in ("D-WATCH", "D-AR", "D-REGISTER")}


def test_the_document_itself_is_named_so(index: Index) -> None:
    assert [sources.document(index, uid).head.hold for uid in ("D-LOG", "N-MONITOR", "D-UNION", "D-WATCH")] == [
        "altered", "altered", "missing", "held",
    ]  # fmt: skip


def test_on_stage_the_file_is_not_drawn_and_every_stage_with_its_words_says_so(index: Index) -> None:
    ask = Asking(index, VOICE)
    pages = scenes(ask, Step("document", "", (Target("document", "D-LOG"),)))
    assert not any(isinstance(scene.body, Pages) for scene in pages)
    assert len(pages) > 3
    assert all("Altered: the file" in scene.spoken and "the file is altered" in scene.spoken for scene in pages)
    panels = [panel for scene in pages if isinstance(scene.body, Panels) for panel in scene.body.panels]
    assert {(panel.style, panel.heading) for panel in panels} == {("note", "As the case states it")}
    (quoted,) = {quote.uid for quote in events.event(index, "E-FIRE").quotes if "lamp" in quote.text}
    for scene in scenes(ask, Step("quotes", "", (Target("quote", quoted),))):
        assert "Altered: the file" in scene.spoken and scene.spoken.count("file altered") == 0
    figures = scenes(ask, Step("figures", "", (Target("event", "E-FIRE"),)))
    told = "\n".join(scene.spoken for scene in figures)
    assert "file altered" in told and "file missing" in told
    note = scenes(ask, Step("document", "", (Target("document", "N-MONITOR"),)))
    assert all("Extract note" in scene.spoken and "Altered" in scene.spoken for scene in note)


def chips(window: CaseWindow) -> set[str]:
    """What a screen reader is told of the chips in the event's detail."""
    return {chip.accessibleName() for chip in window.panes.detail.findChildren(ChipSpot)}


def test_the_window_shows_it_with_both_hashes(house: House, sent: Path, qtbot: QtBot) -> None:
    window = house.show_opened(opened(sent))
    window.session.navigator.go(Focus(event="E-FIRE", document="D-LOG"))
    window.panes.detail.show_whole()
    cards = window.panes.detail.claim_order()
    assert cards
    assert window.session.sent is not None
    listed, found = window.session.sent.altered["data/documents/D-LOG.pdf"]
    assert found == hashlib.sha256(OTHER).hexdigest()
    words = "\n".join(label.text() for label in window.panes.source.findChildren(QLabel))
    assert digest_groups(listed) in words and digest_groups(found) in words
    qtbot.waitUntil(lambda: window.session.verification.judgement is not None, timeout=20_000)
    window.acts.about_case()
    (about,) = window.findChildren(AboutCase)
    told = "\n".join(label.text() for label in about.findChildren(QLabel))
    assert digest_groups(listed) in told and digest_groups(found) in told and "D-UNION.md" in told


def test_a_file_that_is_altered_while_the_case_is_read_is_marked_when_it_is_found(
    house: House, built_resources: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with zipfile.ZipFile(paths.bundled_case("harbour")) as archive:
        archive.extractall(tmp_path)
    window = house.show_opened(opened(tmp_path / "harbour"))
    window.session.navigator.go(Focus(claim="C12"))
    window.panes.detail.show_whole()
    qtbot.waitUntil(lambda: window.session.verification.judgement is not None, timeout=20_000)
    assert not any("altered" in name for name in chips(window))
    focus = window.session.navigator.focus
    (tmp_path / "harbour" / "data" / "documents" / "D-COURIER.html").write_bytes(OTHER)
    with qtbot.waitSignal(window.session.alterations_found, timeout=20_000):
        window.session.verification.begin()
    window.panes.detail.show_whole()
    view = window.carrier.event_view
    assert view is not None
    assert {claim.source.alteration for claim in view.claims if claim.source.uid == "S-COURIER"} == {"altered"}
    assert window.session.navigator.focus == focus
    assert window.panes.source.source is not None
    assert window.panes.source.source.chip.alteration == ("altered" if focus.source == "S-COURIER" else "")


Opener = Callable[..., CaseWindow]


def test_a_case_that_is_whole_is_marked_nowhere(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    assert not window.session.altered
    assert not any("altered" in name for name in chips(window))
