"""What may be asked of a hearing list as a table: the menu is made from it, and its keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """own: of one's own list only; case: of the case's only; always: also where no list is chosen."""

    name: str
    text: str
    keys: str = ""
    own: bool = False
    case: bool = False
    always: bool = False


GROUPS: Final[tuple[tuple[Act, ...], ...]] = (
    (
        Act("new_list", str(QT_TRANSLATE_NOOP("HearingAct", "New list")), always=True),
        Act("copy_list", str(QT_TRANSLATE_NOOP("HearingAct", "Copy to my lists")), case=True),
        Act("rename_list", str(QT_TRANSLATE_NOOP("HearingAct", "Rename…")), own=True),
        Act("choose_prefix", str(QT_TRANSLATE_NOOP("HearingAct", "Prefix of new numbers…")), own=True),
        Act("duplicate_list", str(QT_TRANSLATE_NOOP("HearingAct", "Duplicate list")), own=True),
        Act("delete_list", str(QT_TRANSLATE_NOOP("HearingAct", "Delete list")), own=True),
    ),
    (
        Act("undo", str(QT_TRANSLATE_NOOP("HearingAct", "Undo")), "Ctrl+Z", own=True),
        Act("redo", str(QT_TRANSLATE_NOOP("HearingAct", "Redo")), "Ctrl+Shift+Z", own=True),
    ),
    (
        Act("add_title", str(QT_TRANSLATE_NOOP("HearingAct", "Add a title card")), own=True),
        Act("add_text", str(QT_TRANSLATE_NOOP("HearingAct", "Add a text card")), own=True),
        Act("pair", str(QT_TRANSLATE_NOOP("HearingAct", "Two items side by side")), "Ctrl+J", own=True),
        Act("group", str(QT_TRANSLATE_NOOP("HearingAct", "Several items as one")), "Ctrl+G", own=True),
        Act("duplicate", str(QT_TRANSLATE_NOOP("HearingAct", "Duplicate items")), own=True),
        Act("remove", str(QT_TRANSLATE_NOOP("HearingAct", "Remove items")), own=True),
    ),
    (Act("present_here", str(QT_TRANSLATE_NOOP("HearingAct", "Present from this item")), "Shift+F5"),),
    (
        Act("import_list", str(QT_TRANSLATE_NOOP("HearingAct", "Import a list…")), always=True),
        Act("export_list", str(QT_TRANSLATE_NOOP("HearingAct", "Export this list…"))),
        Act("print_run_sheet", str(QT_TRANSLATE_NOOP("HearingAct", "Run sheet…"))),
        Act("save_stages", str(QT_TRANSLATE_NOOP("HearingAct", "Save stages…"))),
        Act("hearing_logs", str(QT_TRANSLATE_NOOP("HearingAct", "Logs of hearings…")), always=True),
    ),
)


def words(act: Act) -> str:
    return QCoreApplication.translate("HearingAct", act.text)
