"""What can be wrong with a case, as data; the sentence is made by `viewer.wording.failures`."""

from __future__ import annotations


class CaseError(Exception):
    """The world's fault: `code` says what, the other fields say where."""

    def __init__(self, code: str, where: str = "", found: str = "") -> None:
        super().__init__(code, where, found)
        self.code = code
        self.where = where
        self.found = found


class NotACase(CaseError):
    """There is no case where one was looked for."""


class TooNew(CaseError):
    """Made with a newer version of the program: never a guess."""


class Damaged(CaseError):
    """A case or an index that is not whole."""


class UnknownFocus(CaseError):
    """An address that names another case, or nothing in this one."""
