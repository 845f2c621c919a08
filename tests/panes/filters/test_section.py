"""One facet: boxes with counts, a heading that folds, a field to find one value among many."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from viewer.index.ask.facets import Facet, FacetValue
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.panes.filters.section import Section

AGENTS = Facet(
    "agent",
    (
        FacetValue("un", "United Nations", 12, False),
        FacetValue("gov", "Government of Iraq", 9, False),
        FacetValue("res", "Residents", 4, True),
    ),
    0,
)
MANY = Facet("agent", tuple(FacetValue(f"a{n:02}", f"Agent {n}", 50 - n, False) for n in range(20)), 2300)
SHORT = Facet("agent", MANY.values[:3], 2300)
PLACES = Facet(
    "place",
    (
        FacetValue("iraq", "Iraq", 30, False),
        FacetValue("diyala", "Diyala", 20, False, "iraq", 1),
        FacetValue("camp", "Camp Ashraf", 19, True, "diyala", 2),
    ),
    0,
)


@pytest.fixture
def make(look: Look, voice: QtVoice, qtbot: QtBot) -> Callable[[Facet], Section]:
    def build(facet: Facet) -> Section:
        section = Section(facet.name, look, voice)
        qtbot.addWidget(section)
        section.resize(268, 600)
        section.show_facet(facet)
        section.show()
        return section

    return build


Make = Callable[[Facet], Section]


def test_a_folded_section_makes_no_boxes_but_says_how_many_are_chosen(make: Make) -> None:
    section = make(AGENTS)
    assert section.boxes() == []
    assert section.heading.accessibleName() == "People and organisations, 1"


def test_chosen_values_come_first_and_every_box_says_its_count(make: Make) -> None:
    section = make(AGENTS)
    section.heading.click()
    assert [box.accessibleName() for box in section.boxes()] == [
        "Residents, 4 events",
        "United Nations, 12 events",
        "Government of Iraq, 9 events",
    ]
    assert [box.isChecked() for box in section.boxes()] == [True, False, False]


def test_places_keep_the_order_of_their_hierarchy(make: Make) -> None:
    section = make(PLACES)
    section.heading.click()
    assert [box.value for box in section.boxes()] == ["iraq", "diyala", "camp"]


def test_a_press_anywhere_in_the_row_or_the_space_bar_turns_a_value(make: Make) -> None:
    section = make(PLACES)
    section.heading.click()
    turned: list[tuple[str, str]] = []
    section.turned.connect(lambda facet, value: turned.append((facet, value)))
    box = section.boxes()[1]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    QTest.keyClick(section.boxes()[0], Qt.Key.Key_Space)
    assert turned == [("place", "diyala"), ("place", "iraq")]


def test_new_counts_come_into_the_same_boxes(make: Make) -> None:
    section = make(PLACES)
    section.heading.click()
    before = section.boxes()
    fewer = tuple(FacetValue(v.value, v.label, 1, v.chosen, v.within, v.level) for v in PLACES.values)
    section.show_facet(Facet("place", fewer, 0))
    assert section.boxes() == before
    assert [box.accessibleName() for box in before] == [f"{v.label}, 1 event" for v in fewer]


def test_only_a_long_facet_has_a_field_and_it_asks_for_what_is_typed(make: Make, qtbot: QtBot) -> None:
    short = make(SHORT)
    short.heading.click()
    assert short.findChildren(QLineEdit) == []
    long = make(MANY)
    long.heading.click()
    (field,) = long.findChildren(QLineEdit)
    assert "People and organisations" in field.accessibleName()
    assert "2,300 other values" in " ".join(label.text() for label in long.findChildren(QLabel))
    with qtbot.waitSignal(long.sought) as asked:
        QTest.keyClicks(field, "red")
    assert asked.args == ["agent", "red"]
    long.show_found((FacetValue("icrc", "Red Cross", 1, False),))
    assert [box.value for box in long.boxes()] == ["icrc"]
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert [box.value for box in long.boxes()] == [value.value for value in MANY.values]


def test_a_facet_without_values_is_hidden(make: Make) -> None:
    section = make(PLACES)
    section.show_facet(Facet("place", (), 0))
    assert section.isHidden()
