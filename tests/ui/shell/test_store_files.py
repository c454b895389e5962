"""A store file that is double-clicked or dropped is recognised, and nothing is replaced unasked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.services.data_places import SHARED_MARK, default_data_dir
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.office import OfficeProfile
from tests.ui.driving import STAY, Answers, banner, form_of, in_front, typed
from ui.app import open_window
from ui.first_start import FirstStart
from ui.main_window import MainWindow
from ui.waiting import settle

RESTORE, OPEN = 1, 2


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The store of another office, closed."""
    app = open_app(tmp_path / "lain", "siti")
    app.office.save(OfficeProfile("BKPSDM", "Nusa Jaya", "regency"))
    people = tmp_path / "pegawai.csv"
    people.write_text("nip;nama\n199001012015011001;Contoh Satu\n", encoding="utf-8")
    app.imports.apply(app.imports.plan(people))
    app.close()
    return tmp_path / "lain" / STORE


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch, answers: Answers) -> list[str]:
    """What the questions say."""
    found: list[str] = []

    def ask(*asked: object, focus: int = 0) -> int:
        found.append(str(asked[4]))
        return answers._ask(*asked, focus=focus)  # type: ignore[arg-type]  # noqa: SLF001 - the same stand-in

    monkeypatch.setattr("ui.widgets.dialogs._ask", ask)
    return found


def people(app: App) -> int:
    return app.lists.count("employees", ListQuery())


def opened(window: MainWindow, path: Path) -> None:
    window.open_files([str(path)])
    settle(window.context.operations)


def test_the_question_says_whose_it_is_and_batal_changes_nothing(
    window: MainWindow, other: Path, answers: Answers, bodies: list[str]
) -> None:
    before = people(window.context.app)
    opened(window, other)
    assert answers.asked == [f"Apa yang dilakukan dengan {STORE}?"]
    assert "BKPSDM · Kabupaten Nusa Jaya: 1 pegawai, terakhir diubah" in bodies[0]
    assert str(window.context.app.data_dir) in bodies[0]
    assert people(window.context.app) == before
    assert in_front(window).name == "home", "nothing was taken for a sheet to import"


def test_it_is_restored_here_with_a_way_back(window: MainWindow, other: Path, answers: Answers) -> None:
    app, before = window.context.app, people(window.context.app)
    answers.answer = RESTORE
    opened(window, other)
    assert people(app) == 1
    assert "Nusa Jaya" in window.view.sidebar.office.text()
    [kept] = list(app.backups.kept())
    app.backups.restore(kept.path)
    assert people(app) == before


def test_a_half_filled_form_is_asked_about_first(
    window: MainWindow, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(form_of(window), "name", "Siti")
    before, asked, answers = people(window.context.app), [], iter((RESTORE, STAY))

    def ask(*told: object, **_focus: int) -> int:
        asked.append(told[3])
        return next(answers)

    with monkeypatch.context() as patched:
        patched.setattr("ui.widgets.dialogs._ask", ask)
        opened(window, other)
    assert asked[-1] == "Simpan perubahan?"
    assert people(window.context.app) == before


def test_its_folder_is_opened_in_a_window_of_its_own(
    window: MainWindow, other: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: started.append((program, arguments)))
    answers.answer = OPEN
    opened(window, other)
    [(_program, arguments)] = started
    assert arguments[-2:] == ["--data-dir", str(other.parent)]


def test_a_backup_is_no_folder_to_open(window: MainWindow, bodies: list[str], tmp_path: Path) -> None:
    backup = window.context.app.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    opened(window, backup)
    assert "jendela lain" not in bodies[0]


def test_the_store_that_is_open_is_already_there(window: MainWindow, answers: Answers) -> None:
    opened(window, window.context.app.database.path)
    assert not answers.asked
    assert window.view.status.done.text() == "Berkas ini adalah data yang sedang terbuka"


@pytest.mark.parametrize(("name", "told"), [("a.smartpnsx", "pertukaran"), ("b.SMARTPNS", "bukan cadangan")])
def test_what_cannot_be_read_is_said_calmly(window: MainWindow, tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04")
    opened(window, path)
    assert told in banner(window)


def test_on_a_new_computer_it_comes_before_the_first_questions(
    themed: object, other: Path, answers: Answers, tmp_path: Path
) -> None:
    del themed
    app = open_app(tmp_path / "baru", "budi")
    answers.answer = RESTORE
    window, hooks = open_window(app, files=[other])
    window.store_files.left.connect(lambda: pytest.fail("nothing was wanted"))
    for _ in range(3):
        settle(window.context.operations)
    assert people(app) == 1
    assert not window.findChildren(FirstStart)
    window.close()
    hooks.remove()
    app.close()


def test_who_does_not_want_it_is_asked_for_the_office(
    themed: object, other: Path, answers: Answers, tmp_path: Path
) -> None:
    del themed
    app = open_app(tmp_path / "baru", "budi")
    window, hooks = open_window(app, files=[other])
    for _ in range(3):
        settle(window.context.operations)
    assert answers.asked
    [asked] = window.findChildren(FirstStart)
    asked.reject()
    window.close()
    hooks.remove()
    app.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system itself names the common folder")
def test_the_first_to_share_is_offered_what_the_account_worked_with(
    themed: object, other: Path, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del themed
    common, own = tmp_path / "common" / "SmartPNS", tmp_path / "own" / "SmartPNS"
    common.mkdir(parents=True)
    (common / SHARED_MARK).touch()
    own.parent.mkdir()
    other.parent.rename(own)
    monkeypatch.setenv("XDG_DATA_DIRS", str(common.parent))
    monkeypatch.setenv("XDG_DATA_HOME", str(own.parent))
    answers.answer = RESTORE
    for offered in (1, 1):
        app = open_app(default_data_dir(), "siti")
        window, hooks = open_window(app)
        for _ in range(3):
            settle(window.context.operations)
        assert len(answers.asked) == offered, "it is offered once"
        assert (people(app), app.data_dir) == (1, common)
        window.close()
        hooks.remove()
        app.close()
