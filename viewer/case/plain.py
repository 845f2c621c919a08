"""Text of strangers on a terminal or in a line: signs that command rather than say are found and made visible."""

from __future__ import annotations

import re

# Control signs (a terminal obeys some), and the marks that reorder what stands after them.
_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def is_plain(text: str) -> bool:
    """Whether the text only says, and stands in one line."""
    return not _COMMANDS.search(text)


def shown(text: str) -> str:
    """The text with every such sign replaced by U+FFFD."""
    return _COMMANDS.sub("\ufffd", text)
