"""Reads what themes and icons are kept in."""

from __future__ import annotations

from pathlib import Path

from viewer.binding.typed import Any


def read_table(file: Path) -> dict[str, Any]:
    """A TOML file's table, from its JSON twin where the build has put one beside it: ten times faster.

    Raises OSError, or ValueError where the file is torn.
    """
    import json

    try:
        table: dict[str, Any] = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        import tomllib

        table = tomllib.loads(file.read_text(encoding="utf-8"))
    return table
