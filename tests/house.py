"""The rules of the house, each a function from one source file to the lines that break it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CONSTRUCTOR = 400, 40, 25

THREAD_PLACES = ("viewer/session/desk.py", "viewer/session/job.py")
CATCH_ALL_PLACES = (*THREAD_PLACES, "viewer/shell/failure.py")
PROCESS_PLACES = ("viewer/locked/door.py",)
# The voice of the interface speaks through Qt, so it cannot live in the room without Qt.
WORDING_PLACES = ("viewer/wording/", "viewer/look/voice.py")

THREADS = {
    "Thread", "Timer", "QThread", "QThreadPool", "QRunnable", "QtConcurrent", "ThreadPoolExecutor",
    "ProcessPoolExecutor", "start_new_thread",
}  # fmt: skip
LOCKS = ("RLock", "allocate_lock")
THREAD_MODULES = ("concurrent.futures", "_thread", "multiprocessing")
NETWORK_MODULES = (
    "urllib.request", "xmlrpc", "socketserver", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebEngineQuick", "PySide6.QtWebSockets", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
)  # fmt: skip
PROCESSES = {
    "posix_spawn", "posix_spawnp", "QProcess", "QDesktopServices", "popen", "startfile", "spawnl", "spawnv",
    "spawnve", "spawnlp", "spawnvp", "execl", "execv", "execve", "execvp", "execvpe", "execlp", "fork",
    "forkpty", "create_subprocess_exec", "create_subprocess_shell",
}  # fmt: skip
FORMATTERS = {
    "strftime", "monthName", "standaloneMonthName", "dayName", "standaloneDayName", "month_name",
    "month_abbr", "day_name", "day_abbr", "formattedDataSize", "ctime",
}  # fmt: skip
MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
}  # fmt: skip
OVERRIDES_ELSEWHERE = {"pushPending"}  # markdown-it's
CATCH_ALLS = {"Exception", "BaseException"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file of ours: its path from the checkout with forward slashes, and what stands in it."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return _parsed(self.text, self.path)

    def within(self, *places: str) -> bool:
        """Whether this is one of `places`, or lies in one that ends in a slash."""
        return any(self.path == place or (place[-1] == "/" and self.path.startswith(place)) for place in places)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that breaks a rule."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


Rule = Callable[[Module], Iterator[Fault]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def _parsed(text: str, path: str) -> ast.Module:
    return ast.parse(text, path)


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _fault(module: Module, node: ast.AST, what: str) -> Fault:
    return Fault(module.path, getattr(node, "lineno", 1), what)


def _names(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every name that is read, reached through a dot or imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, ast.Attribute):
            yield node, node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, alias.name) for alias in node.names)


def _imports(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every module an import may mean: `from a import b` may mean `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def _is_or_lies_in(name: str, modules: tuple[str, ...]) -> bool:
    return any(name == module or name.startswith(module + ".") for module in modules)


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def every_module_opens_with_a_sentence(module: Module) -> Iterator[Fault]:
    """The docstring's first paragraph ends with a full stop."""
    opening = (ast.get_docstring(module.tree) or "").split("\n\n")[0].strip()
    if not opening.endswith("."):
        yield Fault(module.path, 1, "the module opens without a sentence")


def no_file_is_too_long(module: Module) -> Iterator[Fault]:
    """A file has at most 400 lines."""
    count = len(module.text.splitlines())
    if count > LONGEST_FILE:
        yield Fault(module.path, count, f"{count} lines; {LONGEST_FILE} are allowed")


def no_function_is_too_long(module: Module) -> Iterator[Fault]:
    """A function has at most 40 lines, a constructor 25, signature included, docstring not."""
    for function in _functions(module.tree):
        count = (function.end_lineno or 0) - function.lineno + 1
        if ast.get_docstring(function):
            words = function.body[0]
            count -= (words.end_lineno or 0) - words.lineno + 1
        allowed = LONGEST_CONSTRUCTOR if function.name == "__init__" else LONGEST_FUNCTION
        if count > allowed:
            yield _fault(module, function, f"{function.name} has {count} lines; {allowed} are allowed")


def camel_case_means_qt_calls_this(module: Module) -> Iterator[Fault]:
    """Only overrides of Qt's (and few others') methods are camelCase, and they stand in a class with a base."""
    overrides = {
        id(function)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.bases
        for function in node.body
        if isinstance(function, Function) and function.name in _names_of_qt() | OVERRIDES_ELSEWHERE
    }
    for function in _functions(module.tree):
        if re.search("[a-z][A-Z]", function.name) and id(function) not in overrides:
            yield _fault(module, function, f"{function.name} is camelCase and overrides nothing of Qt")


@cache
def _names_of_qt() -> frozenset[str]:
    from PySide6 import QtCore, QtGui, QtWidgets

    # By name: PySide makes a class when it is first asked for.
    things = (getattr(room, name) for room in (QtCore, QtGui, QtWidgets) for name in dir(room))
    classes = (thing for thing in things if isinstance(thing, type))
    return frozenset(name for thing in classes for name in dir(thing))


def catch_all_stands_in_three_places(module: Module) -> Iterator[Fault]:
    """`except Exception` stands at the two thread ends and in the exception hook only.

    A handler that ends by raising the same again catches nothing: it closes what it had opened.
    """
    if module.within(*CATCH_ALL_PLACES):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = {name for _, name in _names(node.type)} if node.type else CATCH_ALLS
            if caught & CATCH_ALLS and ast.unparse(node.body[-1]) != "raise":
                yield _fault(module, node, "catches everything")
        elif isinstance(node, ast.Call) and _called(node) == "suppress":
            suppressed = {name for argument in node.args for _, name in _names(argument)}
            if suppressed & CATCH_ALLS:
                yield _fault(module, node, "suppresses everything")


def threads_start_in_two_places(module: Module) -> Iterator[Fault]:
    """Threads and pools are known to the desk and the job only; a lock starts nothing."""
    if module.within(*THREAD_PLACES):
        return
    for node, name in _imports(module.tree):
        if _is_or_lies_in(name, THREAD_MODULES) and not _is_a_lock(node):
            yield _fault(module, node, f"imports {name}")
    for node, name in _names(module.tree):
        if name in THREADS:
            yield _fault(module, node, f"knows {name}")


def _is_a_lock(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.ImportFrom)
        and node.module == "_thread"
        and all(alias.name in LOCKS for alias in node.names)
    )


def nothing_reaches_the_network(module: Module) -> Iterator[Fault]:
    """What the import contract cannot name: parts of packages, and modules named at run time."""
    for node, name in _imports(module.tree):
        if _is_or_lies_in(name, NETWORK_MODULES):
            yield _fault(module, node, f"imports {name}")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            named = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            if not re.match(r"viewer(\.|$)", str(named)):
                yield _fault(module, node, "imports at run time what is not ours")


def processes_start_in_one_place(module: Module) -> Iterator[Fault]:
    """Only the door of the locked child starts a process; nothing is handed to the desktop."""
    if module.within(*PROCESS_PLACES):
        return
    for node, name in _imports(module.tree):
        if _is_or_lies_in(name, ("subprocess",)):
            yield _fault(module, node, "imports subprocess")
    for node, name in _names(module.tree):
        by_hand = isinstance(node, ast.Attribute) and name == "system" and getattr(node.value, "id", "") == "os"
        if name in PROCESSES or by_hand:
            yield _fault(module, node, f"knows {name}")


def files_are_named_for_what_is_in_them(module: Module) -> Iterator[Fault]:
    """No drawer where anything fits."""
    path = PurePosixPath(module.path)
    if drawer := DRAWERS & {part.strip("_") for part in (*path.parent.parts, path.stem)}:
        yield Fault(module.path, 1, f"is called {drawer.pop()}")


def packages_open_without_imports(module: Module) -> Iterator[Fault]:
    """Importing a room's arithmetic runs the room's `__init__`, which the contracts do not see."""
    if PurePosixPath(module.path).name == "__init__.py":
        for node in module.tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__":
                yield _fault(module, node, "imports something in __init__.py")


def dates_and_counts_are_worded_in_one_place(module: Module) -> Iterator[Fault]:
    """Whatever says a date or a count in words lives in viewer/wording."""
    if module.within(*WORDING_PLACES):
        return
    for node, name in _names(module.tree):
        if name in FORMATTERS:
            yield _fault(module, node, f"knows {name}")
    for node in ast.walk(module.tree):
        if _formats(node):
            yield _fault(module, node, "formats a date or a count")
        elif isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.Set) and _has_months(node):
            yield _fault(module, node, "holds names of months")


def _formats(node: ast.AST) -> bool:
    """A format with a thousands separator or a date directive, or Qt's toString with a format."""
    if isinstance(node, ast.FormattedValue) and node.format_spec:
        return _is_format_of_ours(ast.unparse(node.format_spec))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(re.search(r"\{\w*:[^{}]*(,|_|%[a-zA-Z])[^{}]*\}", node.value))
    if isinstance(node, ast.Call) and _called(node) == "format" and len(node.args) == 2:
        return _is_format_of_ours(ast.unparse(node.args[1]))
    if isinstance(node, ast.Call) and _called(node) == "toString":
        return bool(node.args) and not re.search(r"\bQ(Url|KeySequence)\b", ast.unparse(node))
    return False


def _is_format_of_ours(spec: str) -> bool:
    return bool(re.search(r",|_|%[a-zA-Z]", spec))


def _has_months(node: ast.List | ast.Tuple | ast.Dict | ast.Set) -> bool:
    parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
    words = {part.value for part in parts if isinstance(part, ast.Constant)}
    return len(words & MONTHS) >= 3


def what_is_translated_is_a_literal(module: Module) -> Iterator[Fault]:
    """A catalogue knows literals only: nothing is put into a string before it is translated."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _called(node) in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
            for argument in node.args[:2]:
                if any(_puts_a_string_together(part) for part in ast.walk(argument)):
                    yield _fault(module, node, "translates a string made on the spot")


def _puts_a_string_together(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):  # not the arithmetic of a painter that is moved
        sides = (getattr(side, "value", None) for side in (node.left, node.right))
        return any(isinstance(side, str) for side in sides)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Call) and _called(node) == "format")


def machine_paths(text: str) -> Iterator[int]:
    """Lines that name a folder of the machine the program was written on."""
    named = re.compile(r"(?<![\w.~-])/(?:" + "work" + "|" + "root" + r")/")
    return (number for number, line in enumerate(text.splitlines(), 1) if named.search(line))
