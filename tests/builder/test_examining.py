"""A finished case is examined: every citation in the document that travels with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

import pytest

from viewer.builder.build import Wishes, check, check_in_steps
from viewer.builder.examining import Examined, examine
from viewer.builder.inside import NotRead, looking_inside
from viewer.case.errors import Damaged
from viewer.index.ask.health import Anchor, Citation

CASES = Path(__file__).parents[1] / "cases"
KINDS = CASES / "of-every-kind" / "documents"
Result = TypeVar("Result")


def driven(steps: Generator[float, None, Result]) -> tuple[list[float], Result]:
    """The shares, and what comes of it."""
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as last:
            return shares, last.value


def citation(document: str, media_type: str, anchor: Anchor, held: bool = True) -> Citation:
    path = document if held else None
    return Citation("P", None, "en", anchor, document, document, media_type, path, held, None, 0, 0)


def examined(*citations: Citation) -> list[Examined]:
    return list(driven(examine(citations, lambda path: (KINDS / path).read_bytes()))[1])


def test_every_kind_of_document_is_looked_into() -> None:
    found = examined(
        citation("words.md", "text/markdown", Anchor("Then three boats", start=0)),
        citation("page.html", "text/html", Anchor("The gate was shut & guarded.")),
        citation("book.pdf", "application/pdf", Anchor("The lamp was lit at dusk.", page=1)),
        citation("book.pdf", "application/pdf", Anchor("The quay was wet.")),
        citation("book.pdf", "application/pdf", Anchor("The quay was dry.", page=2)),
        citation("quay.png", "image/jpeg", Anchor(xywh="0,0,1,1")),
        citation("elsewhere", "text/plain", Anchor("words"), held=False),
    )
    states = [each.stand.state for each in found]
    assert states == ["moved", "exact", "moved", "ambiguous", "missing", "placed", "not-held"]
    assert (found[0].stand.start, found[2].stand.page) == (21, 2)
    assert (found[4].stand.cause, found[4].stand.part) == ("agrees-until", "The quay was")


def test_what_cannot_be_read_is_unchecked_and_the_others_are_not() -> None:
    def refuse(path: str) -> bytes:
        if path == "words.md":
            raise Damaged("hash-differs", path)
        return (KINDS / path).read_bytes()

    citations = (
        citation("words.md", "text/markdown", Anchor("Three boats")),
        citation("broken.pdf", "application/pdf", Anchor("Three boats")),
        citation("book.pdf", "application/pdf", Anchor("Three boats")),
    )
    shares, found = driven(examine(citations, refuse))
    assert [each.stand.state for each in found] == ["unchecked", "unchecked", "exact"]
    assert shares == sorted(shares)


def test_boxes_around_the_words_are_shares_of_the_page() -> None:
    checked = check(CASES / "of-every-kind", Wishes())
    passage = checked.material.find(("passages",), "B01")
    assert passage is not None
    assert passage["page"] == 1
    (box,) = json.loads(passage["rects"])
    assert 0 < box[0] < box[2] < 0.7
    assert 0.2 < box[1] < box[3] < 0.45


def test_a_check_goes_step_by_step_and_can_be_stopped() -> None:
    shares, checked = driven(check_in_steps(CASES / "of-every-kind", Wishes()))
    assert shares == sorted(shares)
    assert len(shares) > 30
    assert len(checked.standings) == 26
    steps = check_in_steps(CASES / "of-every-kind", Wishes())
    next(steps)
    steps.close()


def test_a_folder_of_plain_texts_starts_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("subprocess.Popen", refuse)
    assert check(CASES / "good", Wishes()).standings


def test_a_pdf_that_asks_for_a_password_is_kept_and_said_so(
    shared_data: Callable[[str], Path], tmp_path: Path
) -> None:
    locked = next(path for path in sorted(shared_data("pdf_samples_pypdf").rglob("*.pdf")) if _is_locked(path))
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "locked.pdf").write_bytes(locked.read_bytes())
    case = '[case]\nuid = "x"\ntitle = "X"\nprepared_by = "X"\nprepared_on = "2020-01-01"\n'
    (tmp_path / "case.toml").write_text(case, "utf-8")
    (tmp_path / "documents.csv").write_text("id,title,file\nD,Locked,locked.pdf\n", "utf-8")
    checked = check(tmp_path, Wishes())
    assert not checked.errors
    assert [(each.code, each.parts[1:]) for each in checked.problems] == [
        ("document-not-read", ("needs-password",))
    ]


def _is_locked(path: Path) -> bool:
    with looking_inside() as inside:
        inside.keep("x", path.read_bytes)
        try:
            inside.pages("x", "application/pdf")
        except NotRead as refused:
            return refused.code == "needs-password"
    return False


def test_a_passage_that_is_known_to_have_moved_stays_where_it_was_cited() -> None:
    checked = check(CASES / "of-every-kind", Wishes())
    states = {str(entry.key): state for entry, state in checked.standings}
    entry = checked.material.find(("passages",), "B15")
    assert entry is not None
    assert (states["B15"], entry["page"], entry["rects"]) == ("moved", 1, None)
    assert states["B16"] == "missing"
