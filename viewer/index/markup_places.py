"""The Markdown parser's inline part, made to note where in its text each token stands."""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


class _PlacedState(StateInline):
    """`token.meta["at"]` becomes the offset of the token's first sign in the inline content."""

    step = 0  # where the rule that is at work began
    pushed = 0  # tokens it has made
    pending_at = 0  # where the text that waits to become a token began

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        # Signs of emphasis come one by one; the words of <address> follow their bracket.
        token.meta["at"] = self.step + self.pushed if ttype == "text" else self.step
        self.pushed += 1
        return token

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token


def _note_step(state: StateInline, silent: bool) -> bool:
    """A rule that never matches: it sees where each step begins."""
    if isinstance(state, _PlacedState) and not silent:
        state.step, state.pushed = state.pos, 0
        if not state.pending:
            state.pending_at = state.pos
    return False


class PlacedInline(ParserInline):
    """Parses inline content as `ParserInline` does, with places."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.before("text", "note_step", _note_step)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
