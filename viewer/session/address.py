"""An address in a case: what is in focus, asked for and picked. It names its case and public ids only.

case:CASE-UID/focus?event=E16&claim=E16-C04&kind=use-of-force&picked=E16&picked=E31
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlencode

from viewer.case.errors import UnknownFocus
from viewer.index.query import Query, from_pairs
from viewer.session.focus import Focus

SCHEME = "case:"
LONGEST = 32_000
"""Characters: fifty events picked, with identifiers in any script, have room."""
PICKED = "picked"
_FOCUS: tuple[str, ...] = Focus.__match_args__


def write(case_uid: str, focus: Focus, query: Query | None = None, picked: Iterable[str] = ()) -> str:
    """The address of a focus, with the query if there is one, and the events picked.

    `source` of a query is written `in-source`.
    """
    stated = [(name, value) for name in _FOCUS if (value := getattr(focus, name)) is not None]
    asked = [(_asked(name), value) for name, value in query.pairs()] if query else []
    return (
        f"{SCHEME}{quote(case_uid, safe='')}/focus?{urlencode(stated + asked + [(PICKED, uid) for uid in picked])}"
    )


def parse(uri: str, case_uid: str) -> tuple[Focus, Query]:
    """Focus and query that an address names. Raises UnknownFocus as `parse_whole` does."""
    focus, query, _picked = parse_whole(uri, case_uid)
    return focus, query


def parse_whole(uri: str, case_uid: str) -> tuple[Focus, Query, tuple[str, ...]]:
    """All that an address names, the uids of events picked last.

    Raises UnknownFocus ('not-an-address', 'other-case', 'unknown-part').
    """
    if not uri.startswith(SCHEME) or "/focus?" not in uri or len(uri) > LONGEST:
        raise UnknownFocus("not-an-address", found=uri[:200])
    named, _, stated = uri[len(SCHEME) :].partition("/focus?")
    if unquote(named) != case_uid:
        raise UnknownFocus("other-case", where=case_uid, found=unquote(named)[:200])
    pairs = parse_qsl(stated)
    if not pairs:
        raise UnknownFocus("unknown-part", found=uri[:200])
    focus = Focus(**{name: value for name, value in pairs if name in _FOCUS})
    query = from_pairs((_meant(name), value) for name, value in pairs if name not in (*_FOCUS, PICKED))
    return focus, query, tuple(dict.fromkeys(value for name, value in pairs if name == PICKED))


def _asked(name: str) -> str:
    return "in-source" if name == "source" else name


def _meant(name: str) -> str:
    return "source" if name == "in-source" else name
