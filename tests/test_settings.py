"""Settings are kept whole or not at all, and never stand in the way."""

import sys
from pathlib import Path

import pytest

from viewer.settings import Choices, Settings


def test_choices_come_back(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.toml"
    Settings(file).choose(
        theme="dark", text_percent=150, geometry=[10, -20, 800, 600], folded_kinds=['a "b"\\c', "ä"]
    )
    again = Settings(file).choices
    assert again.theme == "dark"
    assert again.text_percent == 150
    assert again.geometry == [10, -20, 800, 600]
    assert again.folded_kinds == ['a "b"\\c', "ä"]
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_what_the_program_wrote_is_read_without_a_reader_of_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    Settings(path).choose(audience_screen='Saal "A"\\1, größer', room=[120, 900], maximised=True, text_percent=130)
    monkeypatch.setitem(sys.modules, "tomllib", None)
    choices = Settings(path).choices
    assert (choices.audience_screen, choices.room, choices.maximised) == ('Saal "A"\\1, größer', [120, 900], True)
    assert (choices.text_percent, choices.theme) == (130, "system")


def test_what_a_reader_wrote_is_read_as_toml(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\ntheme='dark'\ntext_percent = 1_2_0 # large\nrows = [\n 300,\n 200,\n]\n")
    choices = Settings(path).choices
    assert (choices.theme, choices.text_percent, choices.rows) == ("dark", 120, [300, 200])


def test_reading_writes_nothing(tmp_path: Path) -> None:
    Settings(tmp_path / "folder" / "settings.toml")
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("content", [b"", b"theme = ", b"\xff\xfe", b"theme = 3\ngeometry = ['a']\nunknown = 1\n"])
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert Settings(file).choices == Choices()


def test_a_text_size_out_of_bounds_is_brought_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("text_percent = 5000\n")
    assert Settings(file).choices.text_percent == 200


def test_a_folder_that_cannot_be_written_is_told_and_the_choice_still_holds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.toml")
    settings.choose(theme="dark")
    assert settings.choices.theme == "dark"
    assert isinstance(settings.trouble, OSError)
