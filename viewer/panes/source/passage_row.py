"""What the reader has picked as a line of passages.csv, so that it can be made a passage of the case; no Qt."""

from __future__ import annotations

import csv
import hashlib
import io
import json

from viewer.panes.source.sheet import Picked

COLUMNS = (
    "id", "document", "exact", "prefix", "suffix", "start", "end", "page", "page_label", "rects", "t_start",
    "t_end", "xywh", "label", "sha256", "original", "lang", "expect",
)  # fmt: skip


def passage_row(document: str, lang: str, picked: Picked) -> str:
    """One line, without the line of names; the id is made of what is picked and may be changed."""
    values: dict[str, str] = {
        "document": document,
        "exact": picked.exact,
        "prefix": picked.prefix,
        "suffix": picked.suffix,
        "start": _number(picked.start),
        "end": _number(picked.end),
        "lang": "" if lang == "und" else lang,
    }
    if picked.box and picked.picture:
        left, top, right, bottom = picked.box
        values["xywh"] = ",".join(_share(part) for part in (left, top, right - left, bottom - top))
        values["page"] = _number(picked.page) if picked.page and picked.page > 1 else ""
    else:
        values["page"] = _number(picked.page)
        values["rects"] = json.dumps([[round(edge, 5) for edge in picked.box]]) if picked.box else ""
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    values["id"] = f"{document}-{digest[:6]}"
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([values.get(column, "") for column in COLUMNS])
    return line.getvalue()


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _share(value: float) -> str:
    return f"{min(max(value, 0.0), 1.0):.5f}"
