"""Every reason has its sentence."""

import ast
from pathlib import Path

import pytest

from viewer.case.errors import CaseError
from viewer.wording.failures import say_failure
from viewer.wording.voice import English

VIEWER = Path(__file__).resolve().parents[2] / "viewer"
KINDS = {"CaseError", "NotACase", "TooNew", "Damaged", "UnknownFocus", "KeyRefused"}


def codes_raised() -> set[str]:
    """The codes that the program's own code raises CaseErrors with."""
    codes = set()
    for path in VIEWER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    codes.add(first.value)
    return codes


@pytest.mark.parametrize("code", sorted(codes_raised()))
def test_a_code_that_is_raised_has_a_sentence_of_its_own(code: str) -> None:
    sentence = say_failure(English(), CaseError(code, where="HERE", found="FOUND"))
    assert sentence.endswith(".")
    assert not sentence.startswith("This cannot be read"), f"{code} has no sentence"
    assert "%" not in sentence


def test_codes_were_found_at_all() -> None:
    assert {"index-missing", "other-case", "hash-differs"} <= codes_raised()


def test_an_unknown_code_still_says_where_and_what() -> None:
    assert say_failure(English(), CaseError("new-trouble", where="file.x")) == (
        "This cannot be read: file.x (new-trouble)."
    )
