"""The interface's voice: catalogues, plurals, digits; the make-believe language; isolates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from viewer.look.voice import PseudoTranslator, QtVoice, isolate, pseudo
from viewer.wording.voice import English, Voice

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def make_believe(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def voice(name: str = "en_GB") -> Voice:
    return QtVoice(QLocale(name))


@pytest.mark.parametrize("n", [0, 1, 2, 1300])
def test_without_a_catalogue_it_speaks_as_english_does(n: int) -> None:
    assert voice().translate("Claims", "%n claim(s)", "", n) == English().translate("Claims", "%n claim(s)", "", n)
    assert voice().translate("Claims", "Claims") == "Claims"


@pytest.mark.parametrize("number", range(1, 13))
def test_english_months_are_the_same_as_the_command_lines(number: int) -> None:
    assert voice().month(number) == English().month(number)


@pytest.mark.parametrize("number", range(7))
def test_english_weekdays_are_the_same_as_the_command_lines(number: int) -> None:
    assert voice().weekday(number) == English().weekday(number)


@pytest.mark.parametrize(
    ("locale", "count", "year"),
    [("en_GB", "1,300", "2011"), ("fa_IR", "۱٬۳۰۰", "۲۰۱۱"), ("ar_IQ", "١٬٣٠٠", "٢٠١١")],
)
def test_digits_are_the_languages_own_and_years_are_not_grouped(locale: str, count: str, year: str) -> None:
    assert voice(locale).number(1300) == count
    assert voice(locale).digits(2011) == year


def test_digits_are_padded_with_the_languages_own_zero() -> None:
    assert voice("fa_IR").digits(7, 2) == "۰۷"
    assert voice("en_GB").digits(7, 2) == "07"


@pytest.mark.usefixtures("make_believe")
def test_the_make_believe_language_answers_every_context() -> None:
    assert voice().translate("Anything", "Open the case").startswith("⟦Öþéñ"[:2])
    assert voice().translate("Claims", "%n claim(s)", "", 1).startswith("⟦1 çļåîm ")
    assert voice().translate("Claims", "%n claim(s)", "", 2).startswith("⟦2 çļåîmš ")


@pytest.mark.parametrize("text", ["Go", "Open the case", "A longer sentence that a reader sees."])
def test_the_make_believe_language_is_at_least_two_fifths_longer(text: str) -> None:
    assert len(pseudo(text)) >= 1.4 * len(text)


@pytest.mark.parametrize("kept", ["%1", "%n", "%Ln", "%L1", "<b>", "</b>", "&nbsp;"])
def test_placeholders_and_tags_stay_as_they_are(kept: str) -> None:
    assert kept in pseudo(f"Found {kept} sources")


def test_an_isolate_is_one_run_of_its_own_direction() -> None:
    assert isolate("15 Apr 2011", rtl=False) == "\u206615 Apr 2011\u2069"
    assert isolate("فروردین", rtl=True) == "\u2067فروردین\u2069"
