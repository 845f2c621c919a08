"""The resource build copies what is new, tidies what is old, and does no work twice."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "resources.py"


@pytest.fixture(scope="module")
def resources() -> ModuleType:
    spec = importlib.util.spec_from_file_location("resource_build", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["resource_build"] = module
    spec.loader.exec_module(module)
    return module


def test_a_file_is_copied_once(resources: ModuleType, tmp_path: Path) -> None:
    source, target = tmp_path / "a.toml", tmp_path / "deep" / "a.toml"
    source.write_text("one", encoding="utf-8")
    assert [resources.copy_if_new(source, target) for _ in range(2)] == [True, False]
    source.write_text("two!", encoding="utf-8")
    assert resources.copy_if_new(source, target)
    assert target.read_text(encoding="utf-8") == "two!"


def test_a_cut_font_is_fresh_while_its_source_stays(resources: ModuleType, tmp_path: Path) -> None:
    source, target = tmp_path / "variable.ttf", tmp_path / "static.ttf"
    source.touch()
    assert not resources.is_fresh(target, source)
    target.touch()
    os.utime(target, ns=(source.stat().st_mtime_ns,) * 2)
    assert resources.is_fresh(target, source)
    os.utime(source, ns=(1, 1))
    assert not resources.is_fresh(target, source)


def test_files_of_earlier_builds_go_and_cases_stay(
    resources: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "TARGET", tmp_path)
    kept, old, case = (tmp_path / name for name in ("theme/light.toml", "theme/old.toml", "cases/a.evcase"))
    for path in (kept, old, case):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert resources.drop_strangers({kept}) == 1
    assert (kept.exists(), old.exists(), case.exists()) == (True, False, True)


def test_every_font_ships_with_its_licence(built_resources: Path) -> None:
    licences = list((built_resources / "fonts").glob("OFL-*.txt"))
    assert len(licences) == 4
    assert all("SIL Open Font License" in path.read_text(encoding="utf-8") for path in licences)
