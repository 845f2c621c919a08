"""Every theme can be read by everybody, and takes no side."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.look.sight import chroma, contrast, distance, hue, lab
from viewer.look.theme import GROUNDS, Theme, kind_colour, load_theme, theme_names

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "theme"
TEXTS = ("text", "muted", "accent", "disputed", "sound", "claim")
MARKS = ("control", "focus", "highlight_mark", "claim", "disputed")


@pytest.fixture(params=theme_names(FOLDER))
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(FOLDER, request.param)


def test_there_are_light_dark_and_two_of_high_contrast() -> None:
    assert theme_names(FOLDER) == ["light", "dark", "contrast", "contrast-dark"]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", TEXTS)
def test_text_can_be_read_on_every_ground(theme: Theme, token: str, ground: str) -> None:
    assert contrast(getattr(theme, token), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", MARKS)
def test_marks_and_borders_can_be_seen_on_every_ground(theme: Theme, token: str, ground: str) -> None:
    assert contrast(getattr(theme, token), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_kinds_can_be_seen_on_every_ground(theme: Theme, ground: str) -> None:
    assert all(contrast(colour, getattr(theme, ground)) >= 3 for colour in theme.kinds)


def test_words_on_buttons_passages_and_margin_numbers_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.highlight) >= 4.5
    assert contrast(theme.surface, theme.highlight_mark) >= 4


def test_high_contrast_keeps_all_text_above_seven(theme: Theme) -> None:
    if theme.name.startswith("contrast"):
        assert all(contrast(getattr(theme, token), theme.window) >= 7 for token in TEXTS)


def test_kinds_are_of_equal_weight(theme: Theme) -> None:
    lightness = [lab(colour)[0] for colour in theme.kinds]
    colourfulness = [chroma(colour) for colour in theme.kinds]
    assert max(lightness) - min(lightness) <= 13
    assert max(colourfulness) - min(colourfulness) <= 18


def test_kinds_are_told_apart_with_every_colour_vision(theme: Theme) -> None:
    assert len(theme.kinds) == 10
    assert min(distance(one, other) for one, other in combinations(theme.kinds, 2)) >= 10


def test_red_is_for_no_party_and_no_kind(theme: Theme) -> None:
    assert all(60 <= hue(colour) <= 345 for colour in (*theme.kinds, theme.claim, theme.disputed))


def test_the_cycle_of_kinds_begins_again(theme: Theme) -> None:
    assert kind_colour(theme, 10) == kind_colour(theme, 0) != kind_colour(theme, 9)


def test_a_theme_with_an_unknown_or_missing_token_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "light.toml").read_text(encoding="utf-8")
    (tmp_path / "odd.toml").write_text(text.replace("muted =", "mutde ="), encoding="utf-8")
    with pytest.raises(ValueError, match="mutde, muted"):
        load_theme(tmp_path, "odd")


def test_a_theme_with_a_torn_colour_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "light.toml").read_text(encoding="utf-8")
    (tmp_path / "odd.toml").write_text(text.replace('"#FFFFFF"', '"#FFFFF"'), encoding="utf-8")
    with pytest.raises(ValueError, match="#FFFFF"):
        load_theme(tmp_path, "odd")
