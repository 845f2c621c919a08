"""One table of commands: menu, keys and help are made from it."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from viewer.shell.commands import CHAPTERS, COMMANDS


def test_every_command_has_a_name_of_its_own() -> None:
    names = [command.name for chapter in CHAPTERS for command in chapter.commands]
    assert len(names) == len(set(names)) == len(COMMANDS)


def test_no_key_stands_for_two_commands() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS.values() for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    for command in COMMANDS.values():
        for key in command.keys:
            assert QKeySequence(key).toString(), f"{command.name}: {key}"
