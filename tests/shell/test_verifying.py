"""The seal in the window: the line at the foot, the page of four answers, and the document that was altered."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.conftest import CHECKOUT
from tests.sealing import authority, token_for
from tests.versioned import altered, built, indexed, long_to_check, signed
from viewer import paths, trust
from viewer.case import custody
from viewer.case.bag import Bag
from viewer.case.seal import attach_token
from viewer.case.seal_key import read_private
from viewer.look.voice import PseudoTranslator
from viewer.panes.source.alteration import Alteration
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.session.verification import Verification
from viewer.shell.about_case import AboutCase
from viewer.shell.chain import Ring
from viewer.shell.custody_page import CustodyPage
from viewer.shell.parts import Service
from viewer.shell.verdict_sheet import AnswerRow, StateMark
from viewer.shell.verify_page import VerifyPage
from viewer.shell.window import CaseWindow
from viewer.wording.digests import digest_groups

Opener = Callable[[Path, Path], CaseWindow]


@pytest.fixture
def open_case(service: Service, qtbot: QtBot) -> Iterator[Opener]:
    """Opens a window on an index and the case it was made from."""
    windows: list[CaseWindow] = []

    def open_it(index: Path, case: Path) -> CaseWindow:
        window = CaseWindow(Session(index, case=case), service)
        windows.append(window)
        window.show()
        window.open_at(None)
        qtbot.waitExposed(window)
        return window

    yield open_it
    for window in windows:
        if isValid(window):
            window.close()
    QApplication.processEvents()


@pytest.fixture
def open_page(service: Service, qtbot: QtBot) -> Callable[[Path], VerifyPage]:
    """The page on a case, once it is judged and the custody table was read."""

    def open_it(case: Path) -> VerifyPage:
        page = VerifyPage(Verification(case), service.look, service.voice)
        qtbot.addWidget(page, before_close_func=lambda _page: page._verification.close())
        page.open_up()
        qtbot.waitUntil(lambda: page._verification.judgement is not None, timeout=20_000)
        qtbot.waitUntil(lambda: page._verification.inside is not None, timeout=20_000)
        return page

    return open_it


def told(page: VerifyPage) -> str:
    """All words of the sheet."""
    assert page.sheet
    return "\n".join(label.text() for label in page.sheet.findChildren(QLabel))


def shown(page: VerifyPage) -> set[str]:
    return {name for name, button in page.buttons.items() if not button.isHidden()}


def checked(qtbot: QtBot, window: CaseWindow) -> tuple[str, ...]:
    """What the foot says once the case is judged."""
    verification = window.session.verification
    qtbot.waitUntil(lambda: verification.judgement is not None, timeout=20_000)
    return window.status.seal.phrases


def test_nothing_of_seals_is_imported_with_the_window() -> None:
    script = (
        "import sys, viewer.shell.window\n"
        "sys.exit(any(name == 'cryptography' or name.startswith(('viewer.case.seal', 'viewer.trust',"
        " 'viewer.shell.verify_page', 'viewer.shell.versions_page')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=CHECKOUT).returncode == 0


def test_a_bundled_case_is_checked_behind_and_says_so_at_the_foot(
    qtbot: QtBot, open_case: Opener, ashraf_case: Path, ashraf_index: Path
) -> None:
    window = open_case(ashraf_index, ashraf_case)
    assert window.status.seal.phrases[0].startswith(("Shipped with the program", "Checking"))
    with Bag.open(ashraf_case) as bag:
        count = len(bag.manifest)
    assert checked(qtbot, window) == ("Shipped with the program", f"{count} of {count} files unchanged")


def test_without_a_case_at_hand_the_foot_says_that_nothing_was_verified(
    open_window: Callable[[], CaseWindow],
) -> None:
    window = open_window()
    assert window.status.seal.phrases == ("Not verified", "no case at hand")
    window.parts.actions["verify_case"].trigger()
    page = window.findChildren(VerifyPage)[0]
    assert "nothing says what it should be" in told(page)
    assert not page.buttons["again"].isEnabled()


def test_the_page_gives_four_answers_not_one(open_page: Callable[[Path], VerifyPage], tmp_path: Path) -> None:
    page = open_page(built(tmp_path))
    assert page.sheet
    rows = page.sheet.findChildren(AnswerRow)
    assert [row.words.accessibleName().split("?")[0] for row in rows] == [
        "Intact", "Signed", "By whom", "Since when",
    ]  # fmt: skip
    assert [mark.state for mark in page.sheet.findChildren(StateMark)] == ["yes", "no", "no", "unknown"]
    assert page._verification.judgement
    assert digest_groups(page._verification.judgement.verdict.digest) in told(page)
    assert shown(page) == {"save", "paper", "copy", "again", "hold"}
    assert page.pinning.isHidden()


def test_an_altered_file_stands_there_with_both_hashes(
    qtbot: QtBot, open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    folder = altered(built(tmp_path))
    (folder / "stranger.txt").write_text("", "utf-8")
    page = open_page(folder)
    fault = page._verification.fault("documents/DOC-A.md")
    assert fault is not None and fault.listed and fault.found
    words = told(page)
    assert digest_groups(fault.listed) in words
    assert digest_groups(fault.found) in words
    assert "data/documents/DOC-A.md: altered" in words
    assert "stranger.txt" in words
    assert page._voice.number(1) in page.said.text() or "not intact" in page.said.text()


def test_a_signer_is_pinned_and_unpinned_by_hand(open_page: Callable[[Path], VerifyPage], tmp_path: Path) -> None:
    case = built(tmp_path)
    fingerprint = signed(case)
    page = open_page(case)
    assert fingerprint in told(page)
    assert {"pin"} == shown(page) & {"pin", "unpin"}
    QTest.mouseClick(page.buttons["pin"], Qt.MouseButton.LeftButton)
    assert not page.pinning.isHidden()
    QTest.keyClicks(page.name, "Jane Doe")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert trust.names_by_key(trust.pins()) == {fingerprint: "Jane Doe"}
    assert {"unpin"} == shown(page) & {"pin", "unpin"}
    assert "Jane Doe, by the keys you hold" in told(page)
    assert page.pinning.isHidden()
    QTest.mouseClick(page.buttons["unpin"], Qt.MouseButton.LeftButton)
    assert trust.pins() == ()
    assert "An unknown key" in told(page)


def test_a_name_that_cannot_be_one_is_refused_in_a_sentence(
    open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    case = built(tmp_path)
    signed(case)
    page = open_page(case)
    page.pin_as(" ")
    assert "cannot be the name of a key" in page.said.text()
    assert trust.pins() == ()


def test_a_time_stamp_is_checked_under_the_certificate_the_reader_gives(
    qtbot: QtBot, open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    case = built(tmp_path)
    signed(case)
    for _ in attach_token(case, token_for(tmp_path, case)):
        pass
    page = open_page(case)
    assert "root" in shown(page)
    assert "only the signer's own statement" in told(page)
    page.check_stamp(case)
    assert "no certificate" in page.said.text()
    with qtbot.waitSignal(page._verification.judged, timeout=20_000):
        page.check_stamp(authority(tmp_path / "authority"))
    assert "at the latest, by the time stamp of Clock tower" in told(page)
    assert "root" not in shown(page)


def test_custody_stands_as_a_chain_that_opens_where_it_does_not_hold(
    open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    case = built(tmp_path)
    signed(case)
    key = read_private(case.with_suffix(".key").read_bytes(), "key")
    for number, actor in enumerate(("Jane Doe", "A. Courier"), 1):
        for _ in custody.add(case, {"actor": actor, "action": "transferred"}, f"2026-01-0{number}T10:00:00Z", key):
            pass
    page = open_page(case)
    assert page.sheet
    assert [ring.holds for ring in page.sheet.findChildren(Ring)] == [True, True]
    assert "2. 2 January 2026, 10:00:00 UTC: A. Courier, handed over" in told(page)
    folder = altered(case)
    entry = next((folder / "custody").glob("0001-*.txt"))
    entry.write_bytes(entry.read_bytes().replace(b"Jane", b"June"))
    broken = open_page(folder)
    assert broken.sheet
    assert [ring.holds for ring in broken.sheet.findChildren(Ring)] == [False, False]


def test_the_record_is_saved_whole_or_a_sentence_says_why_not(
    open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    page = open_page(built(tmp_path))
    page.save_record(tmp_path / "record.txt")
    written = (tmp_path / "record.txt").read_text("utf-8")
    assert written == page.record
    assert written.startswith("RECORD OF A VERIFICATION")
    page.save_record(tmp_path / "no" / "record.txt")
    assert "No such file or directory" in page.said.text()
    assert sorted(path.name for path in tmp_path.glob(".*")) == []
    page.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == page.record


@pytest.mark.parametrize(
    "direction",
    [Qt.LayoutDirection.LeftToRight, pytest.param(Qt.LayoutDirection.RightToLeft, marks=pytest.mark.long)],
)
def test_the_record_is_printed_with_the_digest_on_every_page(
    open_page: Callable[[Path], VerifyPage], ashraf_case: Path, tmp_path: Path, direction: Qt.LayoutDirection
) -> None:
    with zipfile.ZipFile(ashraf_case) as archive:
        archive.extractall(tmp_path)
    next((tmp_path / "ashraf" / "data" / "documents").iterdir()).write_bytes(b"other words")
    page = open_page(tmp_path / "ashraf")
    page.setLayoutDirection(direction)
    page.save_paper(tmp_path / "record.pdf")
    assert page._verification.judgement
    digest = digest_groups(page._verification.judgement.verdict.digest)
    fault = page._verification.judgement.verdict.faults[0]
    with closing(pypdfium2.PdfDocument(tmp_path / "record.pdf")) as pdf:
        pages = [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]
    assert len(pages) > 2
    assert all(digest in words for words in pages)
    if direction is Qt.LayoutDirection.LeftToRight:  # else the lines are the same, and are read in another order
        assert digest_groups(fault.listed or "") in pages[0] and digest_groups(fault.found or "") in pages[0]
    assert "Intact?" in pages[0] and "Since when?" in pages[0]
    page.save_paper(tmp_path / "record.pdf" / "no.pdf")
    assert page.said.text().startswith(str(tmp_path)) and not list(tmp_path.glob(".*"))


def test_verifying_again_finds_what_has_happened_since(
    qtbot: QtBot, open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    folder = altered(built(tmp_path))
    page = open_page(folder)
    (folder / "data" / "documents" / "DOC-R-NOTE.txt").unlink()
    with qtbot.waitSignal(page._verification.judged, timeout=20_000):
        page.buttons["again"].click()
        assert {"stop"} == shown(page) & {"again", "stop"}
    assert "data/documents/DOC-R-NOTE.txt: missing" in told(page)


def test_esc_stops_a_check_and_closes_otherwise(
    qtbot: QtBot, open_page: Callable[[Path], VerifyPage], tmp_path: Path
) -> None:
    folder = altered(built(tmp_path))
    page = open_page(folder)
    long_to_check(folder)
    with qtbot.waitSignal(page._verification.stopped, timeout=20_000):
        page.buttons["again"].click()
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_key_opens_the_page_and_about_this_case_tells_the_short_line(
    qtbot: QtBot, open_case: Opener, tmp_path: Path
) -> None:
    case = built(tmp_path)
    signed(case)
    window = open_case(indexed(case), case)
    assert checked(qtbot, window)[0] == "Signed by an unknown key"
    window.status.seal.click()
    (page,) = window.findChildren(VerifyPage)
    qtbot.waitUntil(lambda: page._verification.inside is not None, timeout=20_000)
    window.parts.actions["about_case"].trigger()
    words = [label.text() for label in window.findChildren(AboutCase)[0].findChildren(QLabel)]
    assert "intact · signed by an unknown key · since when: not known" in words
    assert digest_groups(window.session.heading.case_digest) in words


def test_an_altered_document_says_so_over_its_text(qtbot: QtBot, open_case: Opener, tmp_path: Path) -> None:
    case = built(tmp_path)
    window = open_case(indexed(case), altered(case))
    window.session.navigator.go(Focus(document="DOC-A"))
    assert checked(qtbot, window) == ("1 file altered", "Not signed")
    (strip,) = window.panes.source.area.findChildren(Alteration)
    qtbot.waitUntil(strip.isVisible)
    found = window.session.alteration("DOC-A")
    assert found is not None and found[0] and found[1]
    assert digest_groups(found[0]) in strip.words
    assert digest_groups(found[1]) in strip.words
    window.session.navigator.go(Focus(document="DOC-R-NOTE"))
    assert strip.isHidden()


def test_the_custody_of_a_document_is_a_chain_of_its_own_steps(qtbot: QtBot, open_case: Opener) -> None:
    window = open_case(paths.bundled_index("harbour"), paths.bundled_case("harbour"))
    window.session.navigator.go(Focus(document="D-LOG"))
    window.parts.actions["document_custody"].trigger()
    (page,) = window.findChildren(CustodyPage)
    qtbot.waitUntil(lambda: window.session.verification.inside is not None, timeout=20_000)
    assert page.sheet
    words = [label.text() for label in page.sheet.findChildren(QLabel)]
    assert "Custody before sealing: each step follows on the one before." in words
    assert words.count("Document D-LOG: Harbour log, week 11") == 3  # under the title, and below two steps
    assert words.count("Of the whole case.") == 1
    assert not [line for line in words if "D-REGISTER" in line]
    assert len(page.sheet.findChildren(Ring)) == 3
    window.session.navigator.go(Focus(document="D-UNION"))
    window.parts.actions["document_custody"].trigger()
    assert "No step names this document." in [label.text() for label in page.sheet.findChildren(QLabel)]


def test_custody_is_one_press_away_in_the_facts_of_a_document(qtbot: QtBot, open_case: Opener) -> None:
    window = open_case(paths.bundled_index("harbour"), paths.bundled_case("harbour"))
    window.session.navigator.go(Focus(document="D-LOG"))
    window.panes.source.more.unfold()
    (button,) = (one for one in window.panes.source.more.findChildren(QPushButton) if one.text() == "Custody…")
    button.click()
    (page,) = window.findChildren(CustodyPage)
    qtbot.waitUntil(lambda: window.session.verification.inside is not None, timeout=20_000)
    assert page.sheet and page.isVisible()
    assert len(page.sheet.findChildren(Ring)) == 3


def test_a_window_that_closes_while_a_case_is_checked_waits_for_it(
    qtbot: QtBot, open_case: Opener, tmp_path: Path
) -> None:
    case = built(tmp_path)
    window = open_case(indexed(case), case)
    window.session.verification.begin()
    window.acts.verifying.verify_case()
    with qtbot.waitSignal(window.destroyed):
        window.close()
        QApplication.processEvents()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_page_holds_a_language_that_is_longer_both_ways(
    qapp: QApplication, open_page: Callable[[Path], VerifyPage], tmp_path: Path, direction: Qt.LayoutDirection
) -> None:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    QGuiApplication.setLayoutDirection(direction)
    try:
        case = built(tmp_path)
        signed(case)
        page = open_page(case)
        page.buttons["pin"].click()
        QApplication.processEvents()
        assert [name for name, button in page.buttons.items() if "⟦" not in button.text()] == []
        assert page.sheet
        assert "⟦" in page.sheet.accessibleName()
        for button in (page.buttons[name] for name in shown(page)):
            assert page.rect().contains(button.rect().translated(button.mapTo(page, button.rect().topLeft())))
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qapp.removeTranslator(translator)


def test_where_nothing_is_kept_the_page_says_that_a_pin_is_not(
    open_page: Callable[[Path], VerifyPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readers_folder: Path
) -> None:
    monkeypatch.setenv(paths.KEEPING_VARIABLE, "nothing")
    case = built(tmp_path)
    signed(case)
    page = open_page(case)
    page.pin_as("Jane Doe")
    assert page.said.text().endswith("nothing is kept.")
    assert not readers_folder.exists()
