"""The commands: one table from which menu, keys, the help page and the tests are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from viewer.case.frozen import dataclass

CONTEXT = "Command"


@dataclass(frozen=True, slots=True)
class Command:
    """`name` is the handler's name. everywhere: its key holds in every window and dialog, so no window's action
    may have it.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Commands that stand together in the menu and on the help page."""

    title: str
    commands: tuple[Command, ...]


CHAPTERS = (
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Case")),
        (
            Command("open_start_page", str(QT_TRANSLATE_NOOP("Command", "Start page")), ("Ctrl+Shift+Home",)),
            Command("open_case", str(QT_TRANSLATE_NOOP("Command", "Open…")), ("Ctrl+O",)),
            Command("about_case", str(QT_TRANSLATE_NOOP("Command", "About this case")), ("Ctrl+I",)),
            Command("verify_case", str(QT_TRANSLATE_NOOP("Command", "Verify…")), ("Ctrl+Shift+V",)),
            Command("compare_versions", str(QT_TRANSLATE_NOOP("Command", "Compare versions…")), ("Ctrl+Alt+V",)),
            Command("go_to_address", str(QT_TRANSLATE_NOOP("Command", "Go to address…")), ("Ctrl+G",)),
            Command(
                "save_picture",
                str(QT_TRANSLATE_NOOP("Command", "Save a picture of this window…")),
                ("Ctrl+Shift+P",),
            ),
            Command("check_folder", str(QT_TRANSLATE_NOOP("Command", "Check and build folder…"))),
            Command("export_folder", str(QT_TRANSLATE_NOOP("Command", "Export as folder…"))),
            Command("choose_settings", str(QT_TRANSLATE_NOOP("Command", "Settings…")), ("Ctrl+,",)),
            Command("leave_no_trace", str(QT_TRANSLATE_NOOP("Command", "Leave no trace…"))),
            Command("close_window", str(QT_TRANSLATE_NOOP("Command", "Close window")), ("Ctrl+W",)),
            Command("quit", str(QT_TRANSLATE_NOOP("Command", "Quit")), ("Ctrl+Q",)),
            # Left hand, one grip; on no layout a letter (as Ctrl+Alt+Q is: @), and nothing a clicker sends.
            Command(
                "quit_now",
                str(QT_TRANSLATE_NOOP("Command", "Quit now, keep nothing of this moment")),
                ("Ctrl+Shift+Q",),
                everywhere=True,
            ),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Go")),
        (
            Command("back", str(QT_TRANSLATE_NOOP("Command", "Back")), ("Alt+Left",)),
            Command("forward", str(QT_TRANSLATE_NOOP("Command", "Forward")), ("Alt+Right",)),
            Command("find", str(QT_TRANSLATE_NOOP("Command", "Find")), ("Ctrl+K", "Ctrl+F")),
            Command("filters", str(QT_TRANSLATE_NOOP("Command", "Filters")), ("Ctrl+Shift+F",)),
            Command("clear_filters", str(QT_TRANSLATE_NOOP("Command", "Clear all filters")), ("Ctrl+Shift+X",)),
            Command("save_view", str(QT_TRANSLATE_NOOP("Command", "Save this view…")), ("Ctrl+Shift+S",)),
            Command("next_event", str(QT_TRANSLATE_NOOP("Command", "Next event in time")), ("Alt+Down",)),
            Command("previous_event", str(QT_TRANSLATE_NOOP("Command", "Previous event in time")), ("Alt+Up",)),
            Command("next_claim", str(QT_TRANSLATE_NOOP("Command", "Next claim")), ("Ctrl+Down",)),
            Command("previous_claim", str(QT_TRANSLATE_NOOP("Command", "Previous claim")), ("Ctrl+Up",)),
            Command(
                "claim_or_passage",
                str(QT_TRANSLATE_NOOP("Command", "From the claim to its passage, and back")),
                ("F7",),
            ),
            Command("next_passage", str(QT_TRANSLATE_NOOP("Command", "Next passage")), ("F8",)),
            Command("previous_passage", str(QT_TRANSLATE_NOOP("Command", "Previous passage")), ("Shift+F8",)),
            Command("next_pane", str(QT_TRANSLATE_NOOP("Command", "Next pane")), ("F6",)),
            Command("previous_pane", str(QT_TRANSLATE_NOOP("Command", "Previous pane")), ("Shift+F6",)),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Copy")),
        (
            Command("copy_citation", str(QT_TRANSLATE_NOOP("Command", "Copy with citation")), ("Ctrl+Shift+C",)),
            Command("copy_address", str(QT_TRANSLATE_NOOP("Command", "Copy address")), ("Ctrl+Shift+U",)),
            Command(
                "copy_passage_row",
                str(QT_TRANSLATE_NOOP("Command", "Copy selection as a passage row (CSV)")),
                ("Ctrl+Shift+R",),
            ),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Document")),
        (
            Command("reading_view", str(QT_TRANSLATE_NOOP("Command", "Reading view: as plain text")), ("Ctrl+R",)),
            Command("find_in_document", str(QT_TRANSLATE_NOOP("Command", "Find in this document")), ("F3",)),
            Command(
                "compare_passages",
                str(QT_TRANSLATE_NOOP("Command", "Compare with what contradicts the claim…")),
                ("Ctrl+Shift+M",),
            ),
            Command("save_document", str(QT_TRANSLATE_NOOP("Command", "Save verified copy…")), ("Ctrl+Shift+D",)),
            Command("document_custody", str(QT_TRANSLATE_NOOP("Command", "Custody of this document…"))),
            Command("cover_graphic", str(QT_TRANSLATE_NOOP("Command", "Cover graphic documents, or not"))),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "View")),
        (
            Command(
                "compare_accounts",
                str(QT_TRANSLATE_NOOP("Command", "Accounts: who says what on each point")),
                ("Ctrl+Alt+A",),
            ),
            Command(
                "pick_event", str(QT_TRANSLATE_NOOP("Command", "Pick the event, or put it back")), ("Ctrl+Alt+P",)
            ),
            Command(
                "clear_picked", str(QT_TRANSLATE_NOOP("Command", "Pick no event any more")), ("Ctrl+Alt+Shift+P",)
            ),
            Command(
                "show_coverage",
                str(QT_TRANSLATE_NOOP("Command", "Coverage: what rests on little, where accounts differ")),
                ("Ctrl+Alt+C",),
            ),
            Command(
                "citation_health",
                str(QT_TRANSLATE_NOOP("Command", "Citation health: where every passage stands")),
                ("Ctrl+Alt+H",),
            ),
            Command(
                "timeline_table", str(QT_TRANSLATE_NOOP("Command", "Timeline as a table, and back")), ("Ctrl+T",)
            ),
            Command(
                "timeline_choices",
                str(QT_TRANSLATE_NOOP("Command", "Lanes, time zone and calendar of the timeline…")),
                ("Ctrl+L",),
            ),
            Command(
                "time_left_to_right",
                str(
                    QT_TRANSLATE_NOOP("Command", "Time from left to right also in right-to-left layout, and back")
                ),
            ),
            Command("text_larger", str(QT_TRANSLATE_NOOP("Command", "Larger text")), ("Ctrl++", "Ctrl+=")),
            Command("text_smaller", str(QT_TRANSLATE_NOOP("Command", "Smaller text")), ("Ctrl+-",)),
            Command("text_usual", str(QT_TRANSLATE_NOOP("Command", "Usual text size")), ("Ctrl+0",)),
            Command(
                "next_theme",
                str(QT_TRANSLATE_NOOP("Command", "Next theme: light, dark, high contrast")),
                ("Ctrl+Shift+T",),
            ),
            Command("theme_system", str(QT_TRANSLATE_NOOP("Command", "Theme: as the system"))),
            Command("theme_light", str(QT_TRANSLATE_NOOP("Command", "Theme: light"))),
            Command("theme_dark", str(QT_TRANSLATE_NOOP("Command", "Theme: dark"))),
            Command("theme_contrast", str(QT_TRANSLATE_NOOP("Command", "Theme: high contrast, light"))),
            Command("theme_contrast_dark", str(QT_TRANSLATE_NOOP("Command", "Theme: high contrast, dark"))),
            Command(
                "turn_layout",
                str(QT_TRANSLATE_NOOP("Command", "Turn the layout round (right to left)")),
                ("Ctrl+Shift+L",),
            ),
            Command("whole_screen", str(QT_TRANSLATE_NOOP("Command", "Whole screen")), ("F11",)),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Present")),
        (
            Command("present", str(QT_TRANSLATE_NOOP("Command", "Present")), ("F5",)),
            Command("rehearse", str(QT_TRANSLATE_NOOP("Command", "Rehearse: notes on this screen")), ("Ctrl+F5",)),
            Command(
                "send_to_room",
                str(QT_TRANSLATE_NOOP("Command", "Send what is in focus to the public screen")),
                ("Ctrl+Return", "Ctrl+Enter"),
            ),
            Command(
                "add_to_list", str(QT_TRANSLATE_NOOP("Command", "Add to the hearing list")), ("Ctrl+Shift+A",)
            ),
            Command(
                "add_to_list_as",
                str(QT_TRANSLATE_NOOP("Command", "Add to the hearing list as…")),
                ("Ctrl+Alt+Shift+A",),
            ),
            Command("hearing_lists", str(QT_TRANSLATE_NOOP("Command", "Hearing lists…")), ("Ctrl+Shift+H",)),
        ),
    ),
    Chapter(
        str(QT_TRANSLATE_NOOP("Command", "Help")),
        (
            Command("show_keys", str(QT_TRANSLATE_NOOP("Command", "Keys")), ("F1",)),
            Command("show_help", str(QT_TRANSLATE_NOOP("Command", "How to read a case")), ("Shift+F1",)),
            Command("tour", str(QT_TRANSLATE_NOOP("Command", "Tour"))),
            Command("show_licences", str(QT_TRANSLATE_NOOP("Command", "Licences"))),
            Command("about_program", str(QT_TRANSLATE_NOOP("Command", "About Evidence Viewer"))),
        ),
    ),
)

COMMANDS = {command.name: command for chapter in CHAPTERS for command in chapter.commands}


def words(text: str) -> str:
    """A text of the table in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def keys_in_words(command: Command) -> str:
    """The keys as this system writes them: "Ctrl+K, Ctrl+F"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in command.keys)


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """One action a command, added to `owner` so that its keys work there."""
    actions = {}
    for name, command in COMMANDS.items():
        action = QAction(words(command.text), owner)
        if command.everywhere:
            action.setText(f"{words(command.text)}\t{keys_in_words(command)}")
        else:
            action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        owner.addAction(action)
        actions[name] = action
    return actions


def connect_actions(actions: Mapping[str, QAction], handlers: Mapping[str, Callable[[], object]]) -> None:
    """Give every command its handler. Raises KeyError where one is missing."""
    for name in COMMANDS:
        actions[name].triggered.connect(_call(handlers[name]))


def _call(handler: Callable[[], object]) -> Callable[[bool], None]:
    """`triggered` brings a "checked" along that no handler wants."""

    def call(_checked: bool = False) -> None:
        handler()

    return call
