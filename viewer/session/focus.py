"""The spot the reader looks at, as a value."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Focus:
    """Public uids of what is in focus, so that it survives a rebuilt case; None = nothing of that kind."""

    event: str | None = None
    claim: str | None = None
    quote: str | None = None
    source: str | None = None
    document: str | None = None
    passage: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) is not None for f in fields(self))
