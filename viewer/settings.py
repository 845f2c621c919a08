"""What the reader chose: theme, text size, where the window stood. Nothing that names a case.

One TOML file in the reader's own folder, written beside and renamed. A file that cannot be read or written is no
reason to stop: the defaults serve, and `trouble` says why.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from viewer import paths

Value = str | int | float | bool | list[int] | list[str]
SCALE_LEAST, SCALE_MOST = 80, 200


@dataclass(frozen=True, slots=True)
class Choices:
    """theme: 'system' or the name of a theme file; text_percent 80-200; geometry: left, top, width, height;
    layout: 'auto', 'ltr' or 'rtl'; time_direction: 'layout' or 'ltr'; panes: shares of the three panes in pixels.
    """

    theme: str = "system"
    text_percent: int = 100
    layout: str = "auto"
    time_direction: str = "layout"
    geometry: list[int] = field(default_factory=list)
    maximised: bool = False
    columns: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    folded_kinds: list[str] = field(default_factory=list)


class Settings:
    """The choices and their file; `trouble` is the last OSError or None."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.own_folder() / "settings.toml"
        self.trouble: OSError | None = None
        self.choices = self._read()

    @property
    def path(self) -> Path:
        return self._path

    def choose(self, **changes: object) -> None:
        """Change some choices and write them. What is already so is not written again."""
        chosen = replace(self.choices, **changes)  # type: ignore[arg-type]
        if chosen != self.choices:
            self.choices = chosen
            self._write()

    def _read(self) -> Choices:
        try:
            stored = tomllib.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return Choices()
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            return Choices()
        except OSError as trouble:
            self.trouble = trouble
            return Choices()
        return _checked(stored)

    def _write(self) -> None:
        beside = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(_as_toml(asdict(self.choices)), "utf-8")
            beside.replace(self._path)
        except OSError as trouble:
            self.trouble = trouble


def _checked(stored: dict[str, object]) -> Choices:
    """Keep what has the right type; forget the rest."""
    default = asdict(Choices())
    known = {k: v for k, v in stored.items() if k in default and type(v) is type(default[k])}
    for name in ("geometry", "columns", "rows"):
        if not all(type(item) is int for item in _listed(known.get(name))):
            known.pop(name, None)
    if not all(type(item) is str for item in _listed(known.get("folded_kinds"))):
        known.pop("folded_kinds")
    percent = known.get("text_percent")
    if isinstance(percent, int):
        known["text_percent"] = min(max(percent, SCALE_LEAST), SCALE_MOST)
    return Choices(**known)  # type: ignore[arg-type]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _as_toml(values: dict[str, Value]) -> str:
    return "".join(f"{name} = {_toml(value)}\n" for name, value in values.items())


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + "".join(max(c, " ") for c in escaped) + '"'
    return str(value)
