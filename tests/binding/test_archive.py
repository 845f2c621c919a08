"""An archive is read as `zipfile` reads it, or refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from viewer.binding.archive import Archive

FILES = {
    "one/__init__.py": b"",
    "one/two.py": b"print('two')\n" * 400,
    "three.py": b"3",
    "four.bin": bytes(range(256)),
}


def packed(method: int = zipfile.ZIP_DEFLATED, names: dict[str, bytes] = FILES, remark: bytes = b"") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.comment = remark
        for name, data in names.items():
            archive.writestr(name, data)
    return file.getvalue()


def nothing(_name: str) -> None:
    return None


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("remark", [b"", b"a remark behind the list"])
def test_every_file_comes_out_whole(method: int, remark: bytes) -> None:
    archive = Archive(BytesIO(packed(method, remark=remark)), nothing)
    assert [listed.filename for listed in archive.filelist] == list(FILES)
    for name, data in FILES.items():
        with archive.open(name, "r") as file:
            assert file.read() == data


def test_what_stands_in_is_read_instead() -> None:
    archive = Archive(BytesIO(packed()), {"three.py": "tree"}.get)
    assert archive.open("three.py").read() == b"tree"
    assert archive.read("three.py") == b"3"
    assert archive.open("one/two.py").read() == FILES["one/two.py"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_what_is_damaged_is_refused(method: int) -> None:
    data = bytearray(packed(method))
    begins = data.index(b"one/two.py") + len("one/two.py")
    data[begins : begins + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(ValueError, match=r"one/two\.py: damaged"):
        Archive(BytesIO(bytes(data)), nothing).read("one/two.py")


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive at all", packed()[:-30], packed(zipfile.ZIP_BZIP2), packed(names={"\u0641.py": b""})],
    ids=["empty", "other", "cut", "packed another way", "another alphabet"],
)
def test_what_is_not_as_expected_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        Archive(BytesIO(data), nothing)
