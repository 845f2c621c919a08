"""The records of what is made of a case: exhibits, hearing lists, translations, its making and its custody.

Units and meanings stand in `schema.sql`, which is the specification.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A document under its exhibit number."""

    id: int
    number: str
    document_id: int
    passage_id: int | None = None
    title: str
    lang: str = "und"
    use: str = "evidence"
    tab: str | None = None
    first_page: int | None = None
    last_page: int | None = None
    offered_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """A list for a hearing that the case brings along."""

    id: int
    uid: str
    title: str
    lang: str = "und"
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryboardItem:
    """One step of it; note and caution are for whoever presents."""

    id: int
    uid: str
    storyboard_id: int
    seq: int
    title: str
    body: str | None = None
    note: str | None = None
    caution: str | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryboardTarget:
    """What a step shows."""

    item_id: int
    seq: int
    entity: str
    entity_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A field in another language, with the status of the translation."""

    entity: str
    entity_id: int
    field: str
    lang: str
    text: str
    status: str
    translator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What was done in making the case."""

    id: int
    at: str
    activity: str
    agent: str
    software: str | None = None
    entity: str | None = None
    entity_id: int | None = None
    used_sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One link of the hash-chained custody record."""

    seq: int
    at: str
    actor: str
    action: str
    document_id: int | None = None
    sha256: str | None = None
    location: str | None = None
    note: str | None = None
    prev_sha256: str
    entry_sha256: str
