"""The spot the reader looks at, as a value and as an address that names its case."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, quote, unquote, urlencode

from viewer.case.errors import UnknownFocus

SCHEME = "case:"


@dataclass(frozen=True, slots=True)
class Focus:
    """Public uids of what is in focus, so that it survives a rebuilt case; None = nothing of that kind."""

    event: str | None = None
    claim: str | None = None
    quote: str | None = None
    source: str | None = None
    document: str | None = None
    passage: str | None = None

    def uri(self, case_uid: str) -> str:
        """case:CASE-UID/focus?event=E16&claim=E16-C04"""
        stated = {f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None}
        return f"{SCHEME}{quote(case_uid, safe='')}/focus?{urlencode(stated)}"

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) is not None for f in fields(self))


def parse(uri: str, case_uid: str) -> Focus:
    """The focus an address names. Raises UnknownFocus ('not-an-address', 'other-case', 'unknown-part')."""
    if not uri.startswith(SCHEME) or "/focus?" not in uri or len(uri) > 2000:
        raise UnknownFocus("not-an-address", found=uri[:200])
    named, _, query = uri[len(SCHEME) :].partition("/focus?")
    if unquote(named) != case_uid:
        raise UnknownFocus("other-case", where=case_uid, found=unquote(named)[:200])
    parts = dict(parse_qsl(query))
    unknown = parts.keys() - {f.name for f in fields(Focus)}
    if unknown or not parts:
        raise UnknownFocus("unknown-part", found=", ".join(sorted(unknown))[:200])
    return Focus(**parts)
