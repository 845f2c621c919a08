"""The program as it is started: arguments, pictures, self-check, and what happens when something is missing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

CHECKOUT = Path(__file__).resolve().parents[1]


def run(*arguments: str, cwd: Path = CHECKOUT, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if home:
        around["EVIDENCE_VIEWER_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        cwd=cwd, env=around, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def copied(tmp_path: Path, built_resources: Path) -> Path:
    """A copy of the program and its resources, to be damaged."""
    shutil.copytree(CHECKOUT / "viewer", tmp_path / "viewer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(built_resources, tmp_path / "build" / "resources")
    return tmp_path


def test_a_picture_has_the_size_that_was_asked_for(tmp_path: Path, built_resources: Path) -> None:
    file = tmp_path / "window.png"
    done = run("--case", "ashraf", "--screenshot", str(file), "--size", "1000x620", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1000, 620)
    assert picture.pixelColor(4, 300).lightness() < 80
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("window")] == ["window.png"]


def test_a_picture_at_twice_the_scale_has_twice_the_pixels(tmp_path: Path, built_resources: Path) -> None:
    file = tmp_path / "window.png"
    done = run(
        "--case", "ashraf", "--screenshot", str(file), "--size", "800x600", "--scale", "2", "--layout", "rtl"
    )
    assert done.returncode == 0, done.stderr
    assert QImage(str(file)).width() == 1600


def test_a_picture_that_cannot_be_written_is_a_sentence(tmp_path: Path, built_resources: Path) -> None:
    done = run("--case", "ashraf", "--screenshot", str(tmp_path / "no" / "folder.png"))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_alone_opens_its_case(tmp_path: Path, built_resources: Path) -> None:
    file = tmp_path / "window.png"
    done = run("--focus", "case:ashraf-2003-2016/focus?event=E16", "--screenshot", str(file))
    assert done.returncode == 0, done.stderr
    assert file.is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--case", "nowhere", "--screenshot", "x.png"), "no bundled case named “nowhere”"),
        (("--size", "big", "--screenshot", "x.png"), "expected WIDTHxHEIGHT"),
        (("--scale", "9", "--screenshot", "x.png"), "expected 1 to 4"),
        (("--theme", "pink", "--case", "ashraf", "--screenshot", "x.png"), "“pink”"),
        (("--text", "900", "--case", "ashraf", "--screenshot", "x.png"), "80 to 200"),
    ],
)
def test_arguments_that_make_no_sense_are_answered_with_a_sentence(
    tmp_path: Path, built_resources: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*(str(tmp_path / a) if a == "x.png" else a for a in arguments))
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_self_check_says_what_it_checked(built_resources: Path) -> None:
    done = run("--selfcheck")
    assert done.returncode == 0, done.stdout + done.stderr
    for part in ("fonts: Inter", "40 events, 258 claims, 185 sources", "files as in its manifest", "is whole"):
        assert part in done.stdout


def test_the_self_check_finds_a_document_that_was_altered(copied: Path) -> None:
    case = copied / "build" / "resources" / "cases" / "ashraf.evcase"
    content = bytearray(case.read_bytes())
    place = content.find(b"Our paraphrase. Original not held.")
    content[place] ^= 1
    case.write_bytes(content)
    done = run("--selfcheck", cwd=copied)
    assert done.returncode == 1
    assert "FAILED" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_the_self_check_finds_a_missing_font(copied: Path) -> None:
    for font in (copied / "build" / "resources" / "fonts").glob("Inter*"):
        font.unlink()
    done = run("--selfcheck", cwd=copied)
    assert done.returncode == 1
    assert "missing: Inter" in done.stdout


def test_a_window_without_a_font_says_which_and_what_to_do(copied: Path) -> None:
    for font in (copied / "build" / "resources" / "fonts").glob("SourceSerif*"):
        font.unlink()
    overheard = (
        "import sys; from viewer import app; from viewer.shell.window import CaseWindow; say = CaseWindow.say;"
        "CaseWindow.say = lambda window, said: (print(said), say(window, said))[1];"
        "sys.exit(app.main(['--case', 'ashraf', '--screenshot', 'x.png']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", overheard],
        cwd=copied, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Source Serif 4" in done.stdout
    assert "Install the program again" in done.stdout
    assert "Traceback" not in done.stderr
    assert (copied / "x.png").is_file()


@pytest.mark.parametrize("damage", ["missing", "empty", "garbage", "half"])
def test_an_index_that_is_not_whole_is_a_sentence(copied: Path, damage: str) -> None:
    index = copied / "build" / "resources" / "cases" / "ashraf.index.sqlite"
    content = index.read_bytes()
    match damage:
        case "missing":
            index.unlink()
        case "empty":
            index.write_bytes(b"")
        case "garbage":
            index.write_bytes(b"nothing of the kind" * 1000)
        case "half":
            index.write_bytes(content[: len(content) // 2])
    done = run("--case", "ashraf", "--screenshot", str(copied / "x.png"), cwd=copied)
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().endswith(".")


def test_missing_resources_are_a_sentence_with_a_way_on(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "viewer", tmp_path / "viewer", ignore=shutil.ignore_patterns("__pycache__"))
    done = run("--case", "ashraf", cwd=tmp_path)
    assert done.returncode == 1
    assert "packaging/dev setup" in done.stderr


def test_a_folder_that_cannot_hold_settings_does_not_stop_the_program(
    tmp_path: Path, built_resources: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    file = tmp_path / "window.png"
    done = run("--case", "ashraf", "--screenshot", str(file), home=tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert file.is_file()


def test_reading_the_bundled_case_changes_neither_case_nor_index(tmp_path: Path, built_resources: Path) -> None:
    cases = built_resources / "cases"
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in cases.iterdir()}
    assert run("--case", "ashraf", "--screenshot", str(tmp_path / "x.png")).returncode == 0
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in cases.iterdir()} == before


def test_stages_are_written_without_a_screen(tmp_path: Path, built_resources: Path) -> None:
    out = tmp_path / "out"
    done = run("--case", "harbour", "--stages", "five-steps", "-o", str(out), home=tmp_path / "reader")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("23 stages written to ")
    assert len(list(out.glob("*.png"))) == 23
    with pypdfium2.PdfDocument(out / "stages.pdf") as pdf:  # figures are found, in whatever shape they are drawn
        found = {figure for page in pdf for figure in re.findall(r"\d+", page.get_textpage().get_text_bounded())}
    text = re.sub(r"(?m)^\[.*\]$", "", (out / "stages.txt").read_text("utf-8"))  # but for names of pictures
    assert set(re.findall(r"\d+", text)) <= found
    assert not (tmp_path / "reader").exists(), "nothing is kept of it"


def test_stages_of_a_case_that_was_sent(tmp_path: Path, ashraf_case: Path) -> None:
    done = run(str(ashraf_case), "--stages", "eleven-steps", "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "“eleven-steps”" in done.stderr and "“Ten steps through the case” (ten-steps)" in done.stderr
    assert not (tmp_path / "out").exists()


def test_stages_need_a_case_and_a_folder(tmp_path: Path, built_resources: Path) -> None:
    alone = run("--case", "ashraf", "--stages", "ten-steps")
    assert alone.returncode == 2 and "--stages LIST and -o DIR belong together" in alone.stderr
    of_nothing = run("--stages", "ten-steps", "-o", str(tmp_path / "out"))
    assert of_nothing.returncode == 2 and "name a case" in of_nothing.stderr
    among_others = run("--case", "ashraf", "--stages", "ten-steps", "-o", str(CHECKOUT))
    assert among_others.returncode == 1 and "holds other files" in among_others.stderr
