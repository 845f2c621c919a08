"""What the reader chose: theme, text size, where the window stood. Nothing that names a case.

One TOML file in the reader's own folder, written beside and renamed. A file that cannot be read or written is no
reason to stop: the defaults serve, and `trouble` says why.
"""

from __future__ import annotations

import os
from pathlib import Path

from viewer import paths
from viewer.case.frozen import dataclass, field, replace

Value = str | int | float | bool | list[int] | list[str]
SCALE_LEAST, SCALE_MOST = 80, 200


@dataclass(frozen=True, slots=True)
class Choices:
    """theme: 'system' or the name of a theme file; text_percent 80-200; geometry: left, top, width, height;
    layout: 'auto', 'ltr' or 'rtl'; time_direction: 'layout' or 'ltr'; panes: shares of the three panes in pixels;
    lanes: of viewer.index.ask.lanes.BY; zone: 'local', 'UTC' or the name of a zone; calendar: 'gregorian',
    'jalali' or 'hijri', shown beside the Gregorian one. accounts_size, coverage_size, hearing_size: width and
    height of those windows. cover_graphic: documents marked as graphic are covered until the reader uncovers them.
    case_in_title: the title bar names the case. keeping: 'nothing', 'choices', or '' = the reader has not
    said yet. audience_screen: name and serial number of the screen that was the public one; room: height of the
    picture and distance of the last row in centimetres, empty until it was asked; stage_theme: name of a theme
    file; log_hearings: a hearing keeps a log of what was shown. indexes: of large cases, 'ask', 'keep' or 'never'.
    """

    theme: str = "system"
    text_percent: int = 100
    layout: str = "auto"
    time_direction: str = "layout"
    lanes: str = "kind"
    zone: str = "local"
    calendar: str = "gregorian"
    geometry: list[int] = field(default_factory=list)
    maximised: bool = False
    columns: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    folded_kinds: list[str] = field(default_factory=list)
    accounts_size: list[int] = field(default_factory=list)
    coverage_size: list[int] = field(default_factory=list)
    hearing_size: list[int] = field(default_factory=list)
    cover_graphic: bool = True
    case_in_title: bool = False
    keeping: str = ""
    audience_screen: str = ""
    room: list[int] = field(default_factory=list)
    stage_theme: str = "dark"
    log_hearings: bool = True
    indexes: str = "ask"


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
        """Change some choices and write them, unless nothing is kept. What is already so is not written again."""
        chosen = replace(self.choices, **changes)  # type: ignore[arg-type]
        if chosen != self.choices:
            self.choices = chosen
            if not paths.keeps_nothing():
                self._write(_by_name(chosen))

    def adopt(self) -> None:
        """What the reader has said about keeping holds in this process, unless its start was told otherwise."""
        if self.choices.keeping and not os.environ.get(paths.KEEPING_VARIABLE):
            paths.keep("nothing" if self.choices.keeping == "nothing" else "choices")

    def keep(self, what: paths.Keeping) -> None:
        """'nothing': one line that says so takes the place of all choices, and no other is written any more."""
        paths.keep(what)
        self.choices = replace(self.choices, keeping=what)
        self._write({"keeping": what} if what == "nothing" else _by_name(self.choices))

    def _read(self) -> Choices:
        try:
            stored = _stored(self._path.read_text("utf-8"))
        except (FileNotFoundError, ValueError):  # not there, or neither UTF-8 nor TOML
            return Choices()
        except OSError as trouble:
            self.trouble = trouble
            return Choices()
        return _checked(stored)

    def _write(self, values: dict[str, Value]) -> None:
        beside = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(_as_toml(values), "utf-8")
            beside.replace(self._path)
        except OSError as trouble:
            self.trouble = trouble


def _stored(text: str) -> dict[str, object]:
    """Raises ValueError for what is not TOML."""
    import json

    try:  # as `_toml` writes, a line is a name and JSON; to import TOML's reader takes a start four milliseconds
        pairs = (line.split(" = ", 1) for line in text.splitlines())
        return {name: json.loads(value) for name, value in pairs}
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def _checked(stored: dict[str, object]) -> Choices:
    """Keep what has the right type; forget the rest."""
    default = _by_name(Choices())
    known = {k: v for k, v in stored.items() if k in default and type(v) is type(default[k])}
    for name in ("geometry", "columns", "rows", "accounts_size", "coverage_size", "room"):
        if not all(type(item) is int for item in _listed(known.get(name))):
            known.pop(name, None)
    if not all(type(item) is str for item in _listed(known.get("folded_kinds"))):
        known.pop("folded_kinds")
    percent = known.get("text_percent")
    if isinstance(percent, int):
        known["text_percent"] = min(max(percent, SCALE_LEAST), SCALE_MOST)
    for name, allowed in (("keeping", ("nothing", "choices")), ("indexes", ("ask", "keep", "never"))):
        if known.get(name) not in allowed:
            known.pop(name, None)
    return Choices(**known)  # type: ignore[arg-type]


def _by_name(choices: Choices) -> dict[str, Value]:
    return {name: getattr(choices, name) for name in Choices.__match_args__}


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
