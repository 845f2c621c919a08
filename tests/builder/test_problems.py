"""Every kind of problem stands in some folder of tests/cases, with its file, its line and one sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from viewer.builder.build import Checked, Wishes, check
from viewer.wording.problems import line_of, say_problem, sentences
from viewer.wording.voice import English

TESTS = Path(__file__).parents[1]
BUILDER = TESTS.parent / "viewer" / "builder"
NAMES = (
    "good", "arabic", "with-problems", "no-toml", "no-case", "flat", "flat-with-problems", "of-every-kind",
)  # fmt: skip


def checked(name: str, draft: bool = False) -> Checked:
    return check(TESTS / "cases" / name, Wishes(draft=draft))


@pytest.mark.parametrize("name", NAMES)
def test_the_problems_of_a_folder_are_those_expected(name: str) -> None:
    expected = (TESTS / "expected" / "problems" / f"{name}.txt").read_text("utf-8").splitlines()
    assert [line_of(English(), problem) for problem in checked(name).problems] == expected


def test_every_kind_of_problem_has_a_row_in_some_folder() -> None:
    found = {problem.code for name in NAMES for problem in checked(name).problems}
    found |= {problem.code for problem in checked("with-problems", draft=True).problems}
    assert found == {*sentences(English()), "bad-date", "slash-date", "two-readings"}


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_whole(name: str) -> None:
    for problem in checked(name).problems:
        sentence = say_problem(English(), problem)
        assert "%" not in sentence
        assert "None" not in sentence


def test_errors_stand_before_warnings_on_a_line_and_lines_are_in_order() -> None:
    problems = checked("with-problems").problems
    weight = {"error": 0, "as-stated": 1, "warning": 2}
    order = [(problem.file, problem.line, weight[problem.severity]) for problem in problems]
    assert order == sorted(order)


def test_a_folder_without_errors_has_none() -> None:
    assert not checked("good").errors
    assert not checked("arabic").errors
    assert not checked("flat").errors


def test_no_sentence_is_made_in_the_builder() -> None:
    """A problem carries a code and its parts; a text with spaces among the codes would be a sentence."""
    for path in BUILDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Problem", "Refused"}:
                texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
                assert not [text for text in texts if isinstance(text, str) and " " in text.replace(", ", "")]
