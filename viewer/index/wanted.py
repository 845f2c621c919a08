"""What is typed into the search box, as a tree: words, "phrases", AND OR NOT, prefix*, (groups), field:value.

Words beside each other must all occur. Only AND, OR and NOT in capitals are operators; `-word` is NOT word. The
value of a field may be quoted. Words are compared as `words.norm` leaves them.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn

from viewer.case import when
from viewer.case.frozen import dataclass
from viewer.index import words

FIELDS: Final = ("kind", "place", "person", "source", "before", "after", "during")
DATES: Final = ("before", "after", "during")
LONGEST: Final = 1000
_DEEPEST: Final = 20
_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<bracket>[()])|(?P<not>-(?=["(\w]))|(?P<field>[^\W\d_]+):(?!//)|(?P<quote>["“”„«»])
    |(?P<word>[^\s()"“”„«»]+)""",
    re.VERBOSE,
)
_QUOTES: Final = '"“”„«»'


class BadWords(ValueError):
    """What was typed makes no sense at the code point `at`; wording makes a sentence of the code.

    Codes: 'too-long', 'too-deep', 'unclosed-quote', 'unclosed-bracket', 'lonely-bracket', 'empty-bracket',
    'lonely-operator', 'nothing-to-exclude-from', 'unknown-field' (nearest: perhaps meant), 'empty-field',
    'bad-date' (found: the date). found: what stands there.
    """

    def __init__(self, code: str, at: int = 0, found: str = "", nearest: str = "") -> None:
        super().__init__(code, at, found)
        self.code = code
        self.at = at
        self.found = found[:200]
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Words:
    """Normalised words that follow each other; prefix: the last one is the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an event that is asked for. name: of FIELDS; value as typed."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold; none of `but` may."""

    parts: tuple[Node, ...]
    but: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One of the parts must hold."""

    parts: tuple[Node, ...]


Node = Words | Field | All | Either


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # '(' ')' 'AND' 'OR' 'NOT' 'part'
    at: int
    text: str
    node: Node | None = None


def parse(text: str) -> Node | None:
    """The tree; None where nothing is asked. Raises BadWords."""
    if len(text) > LONGEST:
        raise BadWords("too-long", LONGEST, str(LONGEST))
    tokens = _tokens(text)
    if not tokens:
        return None
    return _Reading(tokens).whole()


def only_words(node: Node) -> bool:
    """Whether the tree has no fields, so that a full-text table can answer it."""
    match node:
        case Words():
            return True
        case Field():
            return False
        case All(parts, but):
            return all(only_words(part) for part in (*parts, *but))
        case Either(parts):
            return all(only_words(part) for part in parts)


def expression(node: Node) -> str:
    """A tree of words in the language of the full-text tables."""
    match node:
        case Words(found, prefix):
            return f'"{" ".join(found)}"' + "*" * prefix
        case Either(parts):
            return "(" + " OR ".join(expression(part) for part in parts) + ")"
        case All(parts, but):
            joined = " AND ".join(expression(part) for part in parts)
            return f"(({joined})" + "".join(f" NOT {expression(part)}" for part in but) + ")"
        case Field():
            raise TypeError("a field has no words")


def said(node: Node | None) -> tuple[Words, ...]:
    """The words that are looked for, wherever they stand in the tree; not those that are excluded."""
    match node:
        case Words():
            return (node,)
        case All(parts, _) | Either(parts):
            return tuple(found for part in parts for found in said(part))
        case _:
            return ()


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        assert found is not None  # every sign is a space, a bracket, a quote or part of a word
        sign, start, at = found[0], at, found.end()
        match found.lastgroup:
            case "bracket":
                tokens.append(_Token(sign, start, sign))
            case "not":
                tokens.append(_Token("NOT", start, sign))
            case "quote":
                inside, at = _quoted(text, start)
                tokens += _part(start, inside, text[at : at + 1] == "*")
                at += text[at : at + 1] == "*"
            case "field":
                value, at = _value(text, found["field"], start, at)
                tokens.append(_Token("part", start, sign, _field(found["field"], value, start)))
            case "word":
                if sign in ("AND", "OR", "NOT"):
                    tokens.append(_Token(sign, start, sign))
                else:
                    tokens += _part(start, sign.rstrip("*"), sign.endswith("*"))
    return tokens


def _part(at: int, text: str, prefix: bool) -> list[_Token]:
    """A word, or several that belong together; nothing for signs that are no words."""
    found = words.sought(text)
    return [_Token("part", at, text, Words(found, prefix))] if found else []


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What stands between quotes, and where it ends. Raises BadWords."""
    for end in range(at + 1, len(text)):
        if text[end] in _QUOTES:
            return text[at + 1 : end], end + 1
    raise BadWords("unclosed-quote", at, text[at:])


def _value(text: str, name: str, start: int, at: int) -> tuple[str, int]:
    if name.casefold() not in FIELDS:
        from difflib import get_close_matches

        near = get_close_matches(name.casefold(), FIELDS, 1, 0.5)
        raise BadWords("unknown-field", start, name, near[0] if near else "")
    while text[at : at + 1] == " ":
        at += 1
    if text[at : at + 1] in tuple(_QUOTES):
        value, at = _quoted(text, at)
    else:
        end = at
        while end < len(text) and not text[end].isspace() and text[end] not in "()":
            end += 1
        value, at = text[at:end], end
    if not value.strip():
        raise BadWords("empty-field", start, name)
    return value.strip(), at


def _field(name: str, value: str, at: int) -> Field:
    name = name.casefold()
    if name in DATES:
        try:
            found = when.parse(digits(value))
        except when.BadDate:
            raise BadWords("bad-date", at, value) from None
        if found.earliest_jd is None and found.latest_jd is None:
            raise BadWords("bad-date", at, value)
    return Field(name, value)


def digits(text: str) -> str:
    """A date with the digits of any script as EDTF has them."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


class _Reading:
    """Goes once along the tokens; OR binds least."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._either()
        if (left := self._next()) is not None:
            self._refuse("lonely-bracket", left)
        return node

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Node:
        parts = [self._together()]
        while (token := self._next()) is not None and token.kind == "OR":
            self._at += 1
            if self._at >= len(self._tokens) or self._tokens[self._at].kind in ("OR", "AND", ")"):
                self._refuse("lonely-operator", token)
            parts.append(self._together())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _together(self) -> Node:
        parts: list[Node] = []
        but: list[Node] = []
        first = self._next()
        while (token := self._next()) is not None and token.kind not in ("OR", ")"):
            self._at += 1
            match token.kind:
                case "AND":
                    following = self._next()
                    if not (parts or but) or following is None or following.kind in ("AND", "OR", ")"):
                        self._refuse("lonely-operator", token)
                case "NOT":
                    but.append(self._excluded(token))
                case _:
                    parts.append(self._one(token))
        if not parts:
            self._nothing(first, bool(but))
        return parts[0] if len(parts) == 1 and not but else All(tuple(parts), tuple(but))

    def _nothing(self, first: _Token | None, excludes: bool) -> NoReturn:
        if excludes and first is not None:
            self._refuse("nothing-to-exclude-from", first)
        token = self._next() or self._tokens[-1]
        self._refuse("lonely-operator" if token.kind == "OR" else "lonely-bracket", token)

    def _excluded(self, operator: _Token) -> Node:
        token = self._next()
        if token is None or token.kind in ("AND", "OR", "NOT", ")"):
            self._refuse("lonely-operator", operator)
        self._at += 1
        return self._one(token)

    def _one(self, token: _Token) -> Node:
        if token.node is not None:
            return token.node
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse("too-deep", token)
        following = self._next()
        if following is None:
            self._refuse("unclosed-bracket", token)
        if following.kind == ")":
            self._refuse("empty-bracket", token)
        node = self._either()
        if self._next() is None:
            self._refuse("unclosed-bracket", token)
        self._at += 1
        self._depth -= 1
        return node

    @staticmethod
    def _refuse(code: str, token: _Token) -> NoReturn:
        raise BadWords(code, token.at, token.text)
