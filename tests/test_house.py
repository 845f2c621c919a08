"""The house keeps its own rules; every rule is shown a file that breaks it, so that it can fail."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests import house
from tests.house import Module, Rule

CHECKOUT = Path(__file__).resolve().parents[1]
OPENING = '"""A room."""\n'
SIZE_RULES: tuple[Rule, ...] = (
    house.every_module_opens_with_a_sentence,
    house.no_file_is_too_long,
    house.no_function_is_too_long,
    house.files_are_named_for_what_is_in_them,
)
VIEWER_RULES: tuple[Rule, ...] = (
    house.camel_case_means_qt_calls_this,
    house.catch_all_stands_in_three_places,
    house.threads_start_in_two_places,
    house.nothing_reaches_the_network,
    house.processes_start_in_one_place,
    house.packages_open_without_imports,
    house.dates_and_counts_are_worded_in_one_place,
    house.what_is_translated_is_a_literal,
)

BROKEN: tuple[tuple[Rule, str], ...] = (
    (house.every_module_opens_with_a_sentence, "import os\n"),
    (house.every_module_opens_with_a_sentence, '"""A room"""\n'),
    (house.no_file_is_too_long, OPENING + "x = 1\n" * 400),
    (house.no_function_is_too_long, "def f() -> None:\n" + "    x = 1\n" * 40),
    (house.no_function_is_too_long, "class A:\n    def __init__(self) -> None:\n" + "        x = 1\n" * 25),
    (house.camel_case_means_qt_calls_this, "def loadThing() -> None: ..."),
    (house.camel_case_means_qt_calls_this, "class A(B):\n    def loadThing(self) -> None: ..."),
    (house.camel_case_means_qt_calls_this, "class A:\n    def paintEvent(self) -> None: ..."),
    (house.catch_all_stands_in_three_places, "try:\n    pass\nexcept Exception:\n    pass"),
    (house.catch_all_stands_in_three_places, "try:\n    pass\nexcept (OSError, BaseException):\n    pass"),
    (house.catch_all_stands_in_three_places, "try:\n    pass\nexcept:\n    pass"),
    (house.catch_all_stands_in_three_places, "with suppress(Exception):\n    pass"),
    (house.threads_start_in_two_places, "import threading\nthreading.Thread(target=print).start()"),
    (house.threads_start_in_two_places, "from PySide6.QtCore import QThreadPool"),
    (house.threads_start_in_two_places, "from PySide6 import QtCore\nclass A(QtCore.QRunnable): ..."),
    (house.threads_start_in_two_places, "import concurrent.futures"),
    (house.threads_start_in_two_places, "from _thread import RLock, start_new_thread"),
    (house.threads_start_in_two_places, "import _thread"),
    (house.threads_start_in_two_places, "from concurrent import futures"),
    (house.nothing_reaches_the_network, "import urllib.request"),
    (house.nothing_reaches_the_network, "from urllib import request"),
    (house.nothing_reaches_the_network, "from PySide6 import QtNetwork"),
    (house.nothing_reaches_the_network, "from PySide6.QtWebEngineWidgets import QWebEngineView"),
    (house.nothing_reaches_the_network, "import importlib\nimportlib.import_module('socket')"),
    (house.nothing_reaches_the_network, "from importlib import import_module\nimport_module(name)"),
    (house.nothing_reaches_the_network, "__import__('socket')"),
    (house.processes_start_in_one_place, "import subprocess"),
    (house.processes_start_in_one_place, "from os import posix_spawn"),
    (house.processes_start_in_one_place, "import os\nos.system('true')"),
    (house.processes_start_in_one_place, "from PySide6.QtCore import QProcess"),
    (house.processes_start_in_one_place, "from PySide6 import QtGui\nQtGui.QDesktopServices.openUrl(url)"),
    (house.dates_and_counts_are_worded_in_one_place, "day.strftime('%d %B')"),
    (house.dates_and_counts_are_worded_in_one_place, "f'{count:,}'"),
    (house.dates_and_counts_are_worded_in_one_place, "f'{day:%d %B %Y}'"),
    (house.dates_and_counts_are_worded_in_one_place, "'{:,}'.format(count)"),
    (house.dates_and_counts_are_worded_in_one_place, "format(count, ',')"),
    (house.dates_and_counts_are_worded_in_one_place, "QDate(2011, 4, 8).toString('d MMMM yyyy')"),
    (house.dates_and_counts_are_worded_in_one_place, "MONTHS = ('January', 'February', 'March')"),
    (house.dates_and_counts_are_worded_in_one_place, "MONTHS = {'Jan': 1, 'Feb': 2, 'Mar': 3}"),
    (house.dates_and_counts_are_worded_in_one_place, "import calendar\ncalendar.month_name[4]"),
    (house.what_is_translated_is_a_literal, "self.tr(f'{count} claims')"),
    (house.what_is_translated_is_a_literal, "voice.translate('Claims', f'{count} claims')"),
    (house.what_is_translated_is_a_literal, "self.tr('%d claims' % count)"),
    (house.what_is_translated_is_a_literal, "self.tr('claims of ' + name)"),
    (house.what_is_translated_is_a_literal, "self.tr('{} claims'.format(count))"),
)
SOUND = (
    '"""A room that keeps every rule."""\n'
    "from PySide6.QtCore import QUrl\n"
    "from importlib import import_module\n"
    "class Pane(QWidget):\n"
    "    def paintEvent(self, event: object) -> None:\n"
    "        try:\n"
    "            import_module('viewer.look')\n"
    "        except OSError:\n"
    "            self.say(self.tr('%n claim(s)', '', count))\n"
    "        self.painter.translate(left + 1, f.top() - 2 * y)\n"
    "        key = QKeySequence(key).toString(native)\n"
    "        address = QUrl(where).toString() + where.toString(QUrl.ComponentFormattingOption.X)\n"
    "        self.say(f'{share:.1f} {name!r:>10} {moment.isoformat()}', 'in May, or {1,2}: a list')\n"
    "        try:\n"
    "            return 'May', 'March'\n"
    "        except BaseException:\n"
    "            self.close()\n"
    "            raise\n"
)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that is or may be committed; without git, every file of our folders."""
    listing = ("git", "-C", str(CHECKOUT), "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    told = subprocess.run(listing, capture_output=True, check=False)
    if told.returncode == 0:
        paths = [CHECKOUT / name for name in told.stdout.decode().split("\0") if name]
    else:
        rooms = ("viewer", "tests", "packaging", "resources")
        paths = [
            path for room in rooms for path in (CHECKOUT / room).rglob("*") if "__pycache__" not in path.parts
        ]
    return tuple(path for path in paths if path.is_file())


@cache
def modules(*rooms: str) -> tuple[Module, ...]:
    """Our Python files in `rooms`."""
    return tuple(
        Module(path.relative_to(CHECKOUT).as_posix(), path.read_text(encoding="utf-8"))
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(CHECKOUT).parts[0] in rooms
    )


def faults(rule: Rule, *rooms: str) -> list[str]:
    """What breaks `rule`, as lines to read."""
    return [str(fault) for module in modules(*rooms) for fault in rule(module)]


@pytest.mark.parametrize("rule", SIZE_RULES, ids=lambda rule: rule.__name__)
def test_all_our_files_keep(rule: Rule) -> None:
    assert faults(rule, "viewer", "tests", "packaging") == []


@pytest.mark.parametrize("rule", VIEWER_RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps(rule: Rule) -> None:
    assert faults(rule, "viewer") == []


@pytest.mark.parametrize(("rule", "text"), BROKEN)
def test_a_broken_rule_is_noticed(rule: Rule, text: str) -> None:
    assert list(rule(Module("viewer/room.py", text)))


@pytest.mark.parametrize("rule", (*SIZE_RULES, *VIEWER_RULES), ids=lambda rule: rule.__name__)
def test_a_sound_file_passes(rule: Rule) -> None:
    assert list(rule(Module("viewer/room.py", SOUND))) == []


@pytest.mark.parametrize("path", ["viewer/utils.py", "viewer/misc/x.py", "tests/base.py"])
def test_a_drawer_is_noticed(path: str) -> None:
    assert list(house.files_are_named_for_what_is_in_them(Module(path, OPENING)))


def test_an_import_in_the_opening_of_a_package_is_noticed() -> None:
    broken = Module("viewer/room/__init__.py", OPENING + "from viewer.look import theme\n")
    assert list(house.packages_open_without_imports(broken))


def test_every_rule_is_shown_a_file_that_breaks_it() -> None:
    shown = {rule for rule, _ in BROKEN}
    apart = {house.files_are_named_for_what_is_in_them, house.packages_open_without_imports}
    assert shown | apart == {*SIZE_RULES, *VIEWER_RULES}


def test_the_rules_read_real_files() -> None:
    assert {"viewer/__init__.py", "viewer/paths.py"} <= {module.path for module in modules("viewer")}


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    named = [
        f"{path.relative_to(CHECKOUT)}:{line}"
        for path in tracked()
        for line in house.machine_paths(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []


def test_a_folder_of_the_machine_is_noticed() -> None:
    here, home = "/" + "work/main", "/" + "root/.cache"
    assert list(house.machine_paths(f"one\nsee {here}\n'{home}'\n../work/x and frame/work/x")) == [2, 3]


FLOORS_WITHOUT_QT = (
    "case",
    "index",
    "builder",
    "wording",
    "locked",
    "intake",
    "notebook",
    "settings",
    "paths",
    "cli",
)


def test_the_floors_below_do_not_load_qt_when_they_run() -> None:
    names = [
        module.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for module in modules("viewer")
        if module.path.removesuffix(".py").split("/")[1] in FLOORS_WITHOUT_QT
    ]
    assert len(names) > 3
    script = (
        f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\n"
        "sys.exit('PySide6' in sys.modules and 'Qt was loaded')"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=CHECKOUT, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
