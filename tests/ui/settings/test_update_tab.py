"""Updates under Pengaturan: a file is looked at, refused in a sentence or installed, and the window closes itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QTextBrowser

from smartpns_desktop.services.updates import UpdateService
from tests.ui.driving import DISCARD, STAY, Answers, click, focus, form_of, in_front, press, show, typed, until
from tests.updates import LATEST, NEW, OLD, ROOT, Office
from ui.app import open_window
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.settings.update_tab import UpdateTab
from ui.single_instance import SingleInstance
from ui.waiting import settle

starts = pytest.mark.skipif(sys.platform == "win32", reason="the setup of these tests is a shell script")


@pytest.fixture
def office(active: MainWindow, tmp_path: Path) -> Office:
    """An office whose program trusts its updates."""
    made = Office.made(tmp_path / "kantor")
    install(active, made)
    return made


def install(window: MainWindow, office: Office, *, installed: bool = True) -> None:
    app = window.context.app
    app.updates = UpdateService(app.database, app.backups, app.preferences, office.program(OLD, installed=installed))


def tab_of(window: MainWindow) -> UpdateTab:
    page = show(window, "settings", "updates")
    assert isinstance(page, SettingsPage)
    return page.updates


def choose(window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> UpdateTab:
    """Press the button and answer the question for a file."""
    tab = tab_of(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    click(window, tab.choose)
    return tab


def test_a_file_shows_version_day_size_and_what_is_new(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = choose(active, office.update(LATEST), monkeypatch)
    assert "0.3.0" in tab.brings.text()
    assert "1 Mar 2027" in tab.facts.text()
    assert "0.1.0" in tab.facts.text()
    news = tab.news.toPlainText()
    assert news.index("Anggaran tugas belajar.") < news.index("Komunitas belajar.")
    assert "Pegawai dan pelatihan." not in news, "that is installed already"
    assert focus(active) is tab.apply
    assert tab.told.text() == ""


def test_in_a_low_window_the_button_is_seen_and_nothing_pushes_it_apart(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    active.resize(911, 459)
    tab = choose(active, office.update(LATEST), monkeypatch)
    hint = active.minimumSizeHint()
    assert (hint.width() <= 911, hint.height() <= 459) == (True, True), hint
    below = tab.apply.mapTo(active, tab.apply.rect().bottomLeft()).y()
    assert below < active.view.status.geometry().top()
    assert tab.news.height() > 100


@starts
def test_the_button_backs_up_starts_the_setup_and_closes_the_window(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = choose(active, office.update(), monkeypatch)
    press(active, "Space")
    assert until(lambda: not active.isVisible(), 20_000)
    assert office.called() == ["/S", "/UPDATE", "/START", f"/D={office.folder / 'program'}"]
    assert len(list(active.context.app.backups.kept())) == 1
    assert tab.told.text() == ""


@starts
def test_half_filled_forms_ask_before_anything_is_started(
    active: MainWindow, office: Office, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = choose(active, office.update(), monkeypatch)
    form = form_of(active)
    typed(form, "name", "Setengah Jadi")
    answers.answer = STAY
    # As if it had been pressed before: whoever waits for the backup may go on working.
    tab.apply.click()
    settle(active.context.operations)
    assert len(answers.asked) == 1
    assert active.isVisible()
    assert not office.was_called()
    assert office.left_behind() == []
    assert "Belum diperbarui" in tab.told.text()
    answers.answer = DISCARD
    tab = tab_of(active)
    click(active, tab.apply)
    assert until(lambda: not active.isVisible(), 20_000)
    assert office.called()[0] == "/S"


@starts
def test_a_setup_that_does_not_start_leaves_the_window_open(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    import smartpns_desktop.services.installation as module

    monkeypatch.setattr(module, "command_line", lambda *_: [str(office.folder / "tidak-ada")])
    tab = choose(active, office.update(), monkeypatch)
    click(active, tab.apply)
    assert active.isVisible()
    assert "tidak dapat dijalankan" in tab.told.text()
    assert tab.apply.isEnabled()
    assert office.left_behind() == []


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda raw: raw[:-1], "rusak atau tidak lengkap"),
        (lambda raw: raw[: len(raw) // 2] + b"x" + raw[len(raw) // 2 + 1 :], "rusak atau tidak lengkap"),
        (lambda _raw: b"surat", "bukan berkas pembaruan"),
    ],
)
def test_a_spoilt_file_is_refused_in_one_sentence_and_nothing_is_offered(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch, spoil: object, sentence: str
) -> None:
    assert callable(spoil)
    path = office.update()
    tab = choose(active, path, monkeypatch)
    path.write_bytes(spoil(path.read_bytes()))
    choose(active, path, monkeypatch)
    assert sentence in tab.told.text()
    assert not tab.apply.isVisible(), "what an earlier file brought is gone, too"
    assert focus(active) is tab.choose


def test_the_same_version_is_no_fault(active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    tab = choose(active, office.update(OLD), monkeypatch)
    assert tab.told.text() == "SmartPNS 0.1.0 sudah terpasang di komputer ini. Tidak ada yang perlu diperbarui."


def test_without_a_setup_of_windows_the_file_is_shown_and_the_button_is_off(
    active: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(active, office, installed=False)
    tab = choose(active, office.update(), monkeypatch)
    assert "0.2.0" in tab.brings.text()
    assert not tab.apply.isEnabled()
    assert "terpasang di Windows" in tab.plan.text()
    assert focus(active) is tab.choose


def test_a_cancelled_look_offers_nothing(active: MainWindow, office: Office) -> None:
    tab = tab_of(active)
    tab.look(office.update())
    active.view.status.cancel.click()
    settle(active.context.operations)
    assert "dibatalkan" in tab.told.text() or tab.apply.isVisible(), "it was too late to be cancelled"
    assert tab.choose.isEnabled()


def test_a_file_that_is_dropped_or_opened_is_looked_at(active: MainWindow, office: Office) -> None:
    path = office.update()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    show(active, "employees")
    active.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier))  # fmt: skip
    assert until(lambda: in_front(active).name == "settings", 20_000)
    settle(active.context.operations)
    page = in_front(active)
    assert isinstance(page, SettingsPage)
    assert "0.2.0" in page.updates.brings.text()
    assert page.updates.apply.isVisible()


def test_a_file_that_is_double_clicked_while_the_window_is_open_is_shown_there(
    active: MainWindow, office: Office
) -> None:
    """A second start, as Windows calls it for the type of file, hands the file over and ends."""
    data = active.context.app.data_dir
    instance = SingleInstance(data)
    assert instance.claim()
    instance.asked.connect(active.open_files)
    command = [sys.executable, "-m", "smartpns_desktop", "--data-dir", str(data), str(office.update(LATEST))]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=office.folder, env=environment) as second:
        assert until(lambda: second.poll() is not None, 30_000)
    assert second.returncode == 0
    instance.release()
    settle(active.context.operations)
    page = in_front(active)
    assert isinstance(page, SettingsPage)
    assert page.tabs.currentWidget() is page.updates
    assert page.updates.brings.text() == "SmartPNS versi 0.3.0 siap dipasang"


def test_a_start_with_a_file_shows_it_in_the_place_of_the_last_page(context: Context, office: Office) -> None:
    app = context.app
    first, hooks = open_window(app, files=[office.update()])
    assert until(lambda: in_front(first).name == "settings", 20_000)
    settle(first.context.operations)
    page = in_front(first)
    assert isinstance(page, SettingsPage)
    assert page.updates.brings.text() == "SmartPNS versi 0.2.0 siap dipasang"
    first.close()
    hooks.remove()


@pytest.mark.usefixtures("office")
def test_what_is_new_in_the_installed_version_can_be_read_again(active: MainWindow) -> None:
    click(active, tab_of(active).known)
    (dialog,) = (it for it in active.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert "Versi 0.1.0 · 30 Nov 2026" in text.toPlainText()
    assert "Komunitas" not in text.toPlainText()
    assert str(NEW) not in text.toPlainText()


def test_f1_shows_the_help_about_updates(active: MainWindow) -> None:
    tab_of(active)
    press(active, "F1")
    (dialog,) = (it for it in active.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert text.toPlainText().startswith("Pembaruan")
