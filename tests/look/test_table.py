"""Tables are read from TOML, and faster from the twin the build has made."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from viewer.look.table import read_table


def test_without_a_twin_the_toml_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "light.toml").write_text('stroke = 1\n[colours]\ntext = "#000000"\n', "utf-8")
    assert read_table(tmp_path / "light.toml") == {"stroke": 1, "colours": {"text": "#000000"}}


def test_the_twins_that_ship_say_what_their_tables_say(built_resources: Path) -> None:
    tables = [*built_resources.glob("theme/*.toml"), *built_resources.glob("icons/*.toml")]
    assert len(tables) >= 5
    for table in tables:
        assert table.with_suffix(".json").is_file()
        assert read_table(table) == tomllib.loads(table.read_text("utf-8"))


def test_a_torn_file_is_a_value_error_and_a_missing_one_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "torn.toml").write_text("stroke = ", "utf-8")
    with pytest.raises(ValueError):
        read_table(tmp_path / "torn.toml")
    with pytest.raises(OSError):
        read_table(tmp_path / "missing.toml")
