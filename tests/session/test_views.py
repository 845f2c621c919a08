"""Saved views: written only when the reader saves one, and never over what cannot be read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.index.query import Query
from viewer.session.views import LONGEST_NAME, View, Views

FORCE = Query(words='"seven women" OR kind:force', kind=("use-of-force",), disputed=True, since="2009~")
PLACE = Query(place=("camp-ashraf", "camp-liberty"), certain=True, until="2012")


@pytest.fixture
def views(tmp_path: Path) -> Views:
    return Views("ashraf", tmp_path / "reader" / "views.toml")


def test_looking_writes_nothing(views: Views) -> None:
    assert views.all() == ()
    views.delete("nothing")
    views.rename("nothing", "something")
    assert not views.path.parent.exists()


def test_a_view_is_found_again_in_the_order_of_saving(views: Views) -> None:
    views.save("Use of force", FORCE)
    views.save("At the camps", PLACE)
    again = Views("ashraf", views.path).all()
    assert again == (View("Use of force", FORCE), View("At the camps", PLACE))


def test_saving_under_a_name_that_is_there_replaces_it_in_its_place(views: Views) -> None:
    for name in ("one", "two"):
        views.save(name, FORCE)
    views.save("one", PLACE)
    assert [(view.name, view.query) for view in views.all()] == [("one", PLACE), ("two", FORCE)]


def test_views_of_other_cases_are_neither_shown_nor_lost(views: Views) -> None:
    other = Views("other", views.path)
    other.save("theirs", PLACE)
    views.save("ours", FORCE)
    views.delete("ours")
    assert views.all() == ()
    assert other.all() == (View("theirs", PLACE),)
    assert list(tomllib.loads(views.path.read_text("utf-8"))) == ["other"]


def test_a_name_is_changed_in_its_place_unless_it_is_taken(views: Views) -> None:
    for name in ("one", "two", "three"):
        views.save(name, FORCE)
    views.rename("two", "zwei")
    views.rename("three", "one")
    assert [view.name for view in views.all()] == ["one", "zwei", "three"]


def test_what_was_deleted_can_be_put_back_where_it_was(views: Views) -> None:
    for name in ("one", "two", "three"):
        views.save(name, FORCE)
    before = views.all()
    views.delete("two")
    assert [view.name for view in views.all()] == ["one", "three"]
    views.put_back(before)
    assert views.all() == before


def test_a_view_that_this_version_does_not_understand_is_kept_but_not_shown(views: Views) -> None:
    views.path.parent.mkdir()
    views.path.write_text('["ashraf"]\n"newer" = [["colour", "blue"]]\n', "utf-8")
    views.save("ours", FORCE)
    views.put_back(views.all())
    assert [view.name for view in views.all()] == ["ours"]
    assert "colour" in views.path.read_text("utf-8")


@pytest.mark.parametrize("content", [b"no [ toml", b"\xff\xfe", b"ashraf = 3\n", b'["ashraf"]\n"x" = [["one"]]\n'])
def test_a_file_that_cannot_be_read_is_not_written_over(views: Views, content: bytes) -> None:
    views.path.parent.mkdir()
    views.path.write_bytes(content)
    assert views.all() == ()
    views.save("ours", FORCE)
    assert isinstance(views.trouble, ValueError)
    assert views.path.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    views = Views("ashraf", tmp_path / "file" / "views.toml")
    views.save("ours", FORCE)
    assert isinstance(views.trouble, OSError)


def test_a_name_is_one_line_and_not_endless(views: Views) -> None:
    views.save("two\nlines\t" + "x" * 500, FORCE)
    (view,) = views.all()
    assert view.name.startswith("two lines xxx")
    assert len(view.name) == LONGEST_NAME


@settings(max_examples=60, deadline=None)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), words=st.text(
    st.characters(exclude_categories=["Cs"]), max_size=40))  # fmt: skip
def test_any_name_and_any_words_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, name: str, words: str
) -> None:
    path = tmp_path_factory.mktemp("views") / "views.toml"
    query = Query(words=words, disputed=True)
    Views("ashraf", path).save(name, query)
    (view,) = Views("ashraf", path).all()
    assert view.query == query


def test_the_file_lies_in_the_readers_own_folder(readers_folder: Path) -> None:
    views = Views("ashraf")
    assert views.path == readers_folder / "views.toml"
    views.save("ours", FORCE)
    assert sorted(path.name for path in readers_folder.iterdir()) == ["views.toml"]
