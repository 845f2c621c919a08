"""Which screen is whose: never the notes where the room may see them."""

from __future__ import annotations

import pytest

from viewer.presenting.arrangement import Monitor, Places, places

LAPTOP = Monitor("eDP-1", "L1", (0, 0, 1440, 900), primary=True)
PROJECTOR = Monitor("HDMI-1", "P1", (1440, 0, 1920, 1080))
WALL = Monitor("DP-2", "W1", (3360, 0, 1920, 1080))
ONE, TWO, THREE = (LAPTOP,), (LAPTOP, PROJECTOR), (LAPTOP, PROJECTOR, WALL)


def test_the_audience_gets_the_screen_that_is_not_the_primary_one() -> None:
    assert places(TWO) == Places(0, 1)
    assert places((PROJECTOR, LAPTOP)) == Places(1, 0)


def test_a_screen_is_remembered_by_name_and_serial_number() -> None:
    assert places(THREE, WALL.key) == Places(0, 2)
    assert places(THREE, "DP-2 W2") == Places(0, 1), "another device at the same plug"
    assert places(TWO, LAPTOP.key) == Places(1, 0), "swapped last time"


def test_one_screen_belongs_to_the_audience_and_shows_no_notes() -> None:
    assert places(ONE) == Places(None, 0)
    assert places(()) == Places(None, None)


@pytest.mark.parametrize("place", [(0, 0, 1440, 900), (0, 0, 1024, 768), (400, 300, 1920, 1080)])
def test_mirrored_screens_are_one_whatever_their_sizes(place: tuple[int, int, int, int]) -> None:
    mirrored = Monitor("HDMI-1", "P1", place)
    for remembered in ("", LAPTOP.key, mirrored.key):
        assert places((LAPTOP, mirrored), remembered) == Places(None, 0)


def test_notes_go_to_the_only_screen_that_is_not_mirrored() -> None:
    """The wall shows what the projector shows."""
    wall = Monitor("DP-2", "W1", PROJECTOR.place)
    assert places((LAPTOP, PROJECTOR, wall)) == Places(0, 1)
    assert places((LAPTOP, PROJECTOR, wall), LAPTOP.key) == Places(0, 1), "a swap would show the notes twice"
