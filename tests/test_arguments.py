"""What is said on the command line is read the same by the table and by argparse."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer import arguments

SAID_PLAINLY: tuple[tuple[str, ...], ...] = (
    (),
    ("a.evcase",),
    ("folder with spaces/قضية.evcase",),
    ("--case", "ashraf"),
    ("--case", ""),
    ("--case", "ashraf", "--focus", "case:ashraf/focus?event=E16"),
    ("a.evcase", "--theme", "dark", "--text", "150", "--layout", "rtl"),
    ("--text", "200", "--text", "80"),
    ("--scale", "1.5", "--size", "1024x640", "--screenshot", "out.png", "--case", "ashraf"),
    ("--stages", "The mission", "--output", "stages", "a.evcase"),
    ("--portable", "--keep-nothing", "--selfcheck"),
)
LEFT_TO_ARGPARSE: tuple[tuple[str, ...], ...] = (
    ("-h",),
    ("--version",),
    ("--cas", "ashraf"),
    ("--case=ashraf",),
    ("-o", "stages"),
    ("--text", "large"),
    ("--layout", "up"),
    ("--scale", "-2"),
    ("--case",),
    ("--case", "--portable"),
    ("--nothing-known",),
    ("one.evcase", "two.evcase"),
    ("",),
    ("--", "-odd.evcase"),
    ("-",),
)


@pytest.mark.parametrize("words", SAID_PLAINLY, ids=" ".join)
def test_the_table_reads_as_argparse_does(words: tuple[str, ...]) -> None:
    assert arguments._plainly(words) == arguments._parser().parse_args(words, arguments.Told())


@pytest.mark.parametrize("words", LEFT_TO_ARGPARSE, ids=" ".join)
def test_the_table_does_not_guess(words: tuple[str, ...]) -> None:
    assert arguments._plainly(words) is None


@pytest.mark.parametrize("words", [("--case=ashraf", "-o", "stages"), ("--cas", "ashraf", "--output=stages")])
def test_other_ways_to_say_the_same_are_understood(words: tuple[str, ...]) -> None:
    told = arguments.read(words)
    assert (told.case, told.output, told.portable) == ("ashraf", Path("stages"), False)


@pytest.mark.parametrize(
    "words, sentence",
    [
        (("--text", "large"), "argument --text: invalid int value: 'large'"),
        (("--layout", "up"), "argument --layout: invalid choice: 'up'"),
        (("--case",), "argument --case: expected one argument"),
        (("one.evcase", "two.evcase"), "unrecognized arguments: two.evcase"),
    ],
)
def test_nonsense_ends_with_a_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments.read(words)
    said = capsys.readouterr().err
    assert (ended.value.code, sentence in said, said.startswith("usage: evidence-viewer")) == (2, True, True)


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments.read(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert [name for name, *_ in arguments.OPTIONS if name not in said] == []


def test_a_refusal_ends_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments.refuse("--scale 9: expected 1 to 4")
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("error: --scale 9: expected 1 to 4\n")
