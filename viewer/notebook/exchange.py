"""A hearing list as a small JSON file, to be taken to another machine."""

from __future__ import annotations

import json
from typing import Final

from viewer.case.frozen import dataclass
from viewer.case.hearing import Noted
from viewer.notebook.items import as_table, from_table
from viewer.notebook.lists import HearingList

FORMAT: Final = "evidence-viewer hearing list 1"
LARGEST: Final = 8_000_000
"""Bytes beyond which a file is not read."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds; case_uid and digest are of the case it was made with."""

    case_uid: str
    digest: str
    title: str
    prefix: str
    noted: tuple[Noted, ...]


def written(hearing_list: HearingList, case_uid: str, *, with_notes: bool = True) -> str:
    """The file's text. Without notes what only the console shows stays out."""
    items = [as_table(item) for item in hearing_list.items]
    if not with_notes:
        items = [item | {"note": "", "caution": ""} for item in items]
    whole = {
        "format": FORMAT,
        "case_uid": case_uid,
        "case_digest": hearing_list.digest_seen,
        "title": hearing_list.title,
        "prefix": hearing_list.prefix,
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Brought:
    """What `written` wrote; exhibit numbers come along. Raises ValueError."""
    if len(text) > LARGEST:
        raise ValueError("too large for a hearing list")
    try:
        whole = json.loads(text)
    except RecursionError as deep:
        raise ValueError("not a hearing list") from deep
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("items"), list):
        raise ValueError("not a hearing list")
    case_uid, digest, title, prefix = (whole.get(name) for name in ("case_uid", "case_digest", "title", "prefix"))
    if not all(isinstance(head, str) for head in (case_uid, digest, title, prefix)):
        raise ValueError("not a hearing list")
    noted = tuple(from_table(item).noted for item in whole["items"])
    return Brought(str(case_uid), str(digest), str(title), str(prefix), noted)
