"""Documents made by others: each is shown or refused with a code, and none ends the child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.locked.corpora import sweep
from viewer.locked.child import Child

FOLDERS = ("pdf_samples_pypdf", "pdf_pikepdf", "pngsuite", "exif_orientation", "html_feedparser", "html_bleach")
SAMPLE = 30  # files of each folder in the ordinary run
OUTCOMES = {"shown", "facts only", "not-readable", "needs-password", "too-large"}


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def by_outcome(counts: Counter[tuple[str, str, str]]) -> dict[str, int]:
    told: Counter[str] = Counter()
    for (_, _, code), count in counts.items():
        told[code] += count
    return dict(told)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_sample_of_each_collection_is_shown_or_refused(
    child: Child, shared_data: Callable[[str], Path], name: str
) -> None:
    paths = files(shared_data(name))
    counts = sweep(child, paths[:: max(len(paths) // SAMPLE, 1)])
    assert set(by_outcome(counts)) <= OUTCOMES
    assert sum(counts.values()) >= min(20, len(paths))


# What the whole collections come to; a change of these numbers is looked at.
EXPECTED_COUNTS = {
    "pdf_samples_pypdf": {"needs-password": 1, "not-readable": 1},
    "pdf_pikepdf": {"needs-password": 2, "not-readable": 1},
    "pngsuite": {"not-readable": 7},
    "exif_orientation": {},
    "html_feedparser": {},
    "html_bleach": {},
}


@pytest.mark.long
@pytest.mark.parametrize("name", FOLDERS)
def test_all_of_each_collection_is_shown_or_refused(
    child: Child, shared_data: Callable[[str], Path], name: str
) -> None:
    told = by_outcome(sweep(child, files(shared_data(name))))
    assert {code: count for code, count in told.items() if code not in ("shown", "facts only")} == EXPECTED_COUNTS[
        name
    ]


def test_of_the_damaged_pictures_of_the_suite_only_one_with_a_wrong_sum_is_shown(
    child: Child, shared_data: Callable[[str], Path]
) -> None:
    paths = sorted(shared_data("pngsuite").rglob("x*.png"))
    assert len(paths) == 14
    assert [path.name for path in paths if by_outcome(sweep(child, [path])).get("shown")] == ["xcsn0g01.png"]
