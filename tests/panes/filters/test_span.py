"""The span of dates: what is understood is asked, what is not is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.panes.filters.span import SpanSection

Asked = list[tuple[str, str, bool]]


@pytest.fixture
def span(look: Look, voice: QtVoice, qtbot: QtBot) -> SpanSection:
    section = SpanSection(look, voice)
    qtbot.addWidget(section)
    section.resize(268, 240)
    section.show()
    return section


@pytest.fixture
def asked(span: SpanSection) -> Asked:
    heard: Asked = []
    span.asked.connect(lambda since, until, certain: heard.append((since, until, certain)))
    return heard


def test_dates_in_words_are_asked_for_in_edtf_on_enter(span: SpanSection, asked: Asked) -> None:
    QTest.keyClicks(span.since, "April 2009")
    QTest.keyClicks(span.until, "2011")
    QTest.keyClick(span.until, Qt.Key.Key_Return)
    assert asked == [("2009-04", "2011", False)]
    assert span.understood.text().startswith("Understood: possibly from April 2009 to 2011.")


def test_a_date_that_stands_still_is_asked_for_without_enter(
    span: SpanSection, asked: Asked, qtbot: QtBot
) -> None:
    QTest.keyClicks(span.since, "2009")
    qtbot.waitUntil(lambda: asked == [("2009", "", False)], timeout=3000)


@pytest.mark.parametrize(("since", "until"), [("soon", ""), ("2011-13", ""), ("2012", "2011"), ("8.4.2011", "")])
def test_what_is_no_span_is_said_and_not_asked_for(
    span: SpanSection, asked: Asked, since: str, until: str
) -> None:
    span.since.setText(since)
    span.until.setText(until)
    QTest.keyClick(span.until, Qt.Key.Key_Return)
    assert asked == []
    assert not span.understood.text().startswith("Understood")


def test_certainly_is_asked_at_once(span: SpanSection, asked: Asked) -> None:
    span.show_query(Query(since="2009"))
    span.certainly.click()
    assert asked == [("2009", "", True)]
    assert "certainly since 2009" in span.understood.text()


def test_the_span_of_a_query_is_shown_but_nothing_typed_is_written_over(span: SpanSection) -> None:
    span.show_query(Query(since="2009-04", until="2011", certain=True))
    assert (span.since.text(), span.until.text()) == ("2009-04", "2011")
    assert span.certainly.isChecked()
    span.since.setText("Apr 2009")
    span.show_query(Query(since="2009-04", until="2011", kind=("use-of-force",)))
    assert span.since.text() == "Apr 2009"
    assert span.heading.accessibleName() == "Date, 1"
