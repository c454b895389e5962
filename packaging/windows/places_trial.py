"""The setup tried in odd places: folders of others, for all users, portable, with data that stay, are shared or go."""

from __future__ import annotations

import shutil

import installed
from faults import none, require
from setup_calls import NOTE, REFUSED, add_data, add_own, clear, remove, run
from toy_setup import Setup
from wine import Prefix

# Longer than most, yet below what the setup allows.
LONG = "Kantor Kepegawaian é/Bidang Pengembangan Kompetensi/Aplikasi yang dipakai bersama/SmartPNS Desktop"
MARKER = "data-bersama.txt"


def own_files(prefix: Prefix, setup: Setup) -> None:
    """Removing leaves the user's own files and data; the data go only when that is said, and nothing else with them."""
    run(prefix, setup)
    kept = add_own(installed.place(prefix))
    store = add_data(prefix)
    remove(prefix)
    installed.gone(prefix, kept=kept)
    require(store.read_bytes() == NOTE, "a silent removal touches the data")
    run(prefix, setup)
    remove(prefix, "/DATA=hapus")
    installed.gone(prefix, kept=kept)
    require(not installed.data(prefix).exists(), "/DATA=hapus leaves data")
    clear(prefix)


def odd_folders(prefix: Prefix, setup: Setup) -> None:
    """A long folder with spaces; a drive and a folder of others' files, which get one of its own; refused ones."""
    full = prefix.drive / "Berkas Kantor"
    full.mkdir()
    (full / "laporan.txt").write_bytes(NOTE)
    for asked, given in (
        (prefix.drive / LONG, prefix.drive / LONG),
        (full, full / installed.NAME),
        (prefix.drive, prefix.drive / installed.NAME),
    ):
        run(prefix, setup, folder=prefix.windows(asked))
        installed.whole(prefix, setup, given)
        remove(prefix, folder=given)
        installed.gone(prefix, given)
    require((full / "laporan.txt").read_bytes() == NOTE, "files of others are changed")
    for refused in (installed.data(prefix), installed.shared(prefix) / "Program", prefix.drive / ("a" * 120)):
        run(prefix, setup, folder=prefix.windows(refused), code=REFUSED)
        require(not refused.exists(), f"{refused} is made although it is refused")
    shutil.rmtree(full)
    shutil.rmtree(prefix.drive / LONG.partition("/")[0])


def moved(prefix: Prefix, old: Setup, new: Setup) -> None:
    """Installed in another folder than before: the program leaves the first, the user's own files do not."""
    run(prefix, old)
    kept = add_own(installed.place(prefix))
    folder = prefix.drive / "Aplikasi Baru"
    run(prefix, new, folder=prefix.windows(folder))
    installed.whole(prefix, new, folder)
    none(sorted(installed.digests(installed.place(prefix)).keys() ^ kept), "the first folder is not left as it should")
    # The same folder, spelt otherwise, is no other folder.
    run(prefix, new, folder=prefix.windows(folder).upper() + "\\")
    installed.whole(prefix, new, folder)
    remove(prefix, folder=folder)
    installed.gone(prefix, folder)
    clear(prefix)


def portable(prefix: Prefix, old: Setup, new: Setup) -> None:
    """A portable copy is brought up to date where it is; the program installed on the PC stays as it was."""
    run(prefix, old)
    copy = prefix.drive / "Flashdisk" / "SmartPNS"
    shutil.copytree(old.program, copy)
    (copy / "portable.txt").write_bytes(NOTE)
    (copy / "data").mkdir()
    (copy / "data" / "data.smartpns").write_bytes(NOTE)
    run(prefix, new, "/UPDATE", folder=prefix.windows(copy))
    found, wanted = installed.digests(copy), installed.digests(new.program)
    none([name for name in wanted if found.get(name) != wanted[name]], "the portable copy is not the new one")
    require("data/data.smartpns" in found and "portable.txt" in found, "the portable copy lost its data")
    installed.whole(prefix, old)
    remove(prefix, folder=copy)
    installed.whole(prefix, old)
    remove(prefix)
    installed.gone(prefix)
    shutil.rmtree(copy.parent)


def for_all_users(prefix: Prefix, old: Setup, new: Setup) -> None:
    """For all users: Program Files, the machine's registry and Start menu; an update stays there."""
    run(prefix, old, "/ALLUSERS")
    installed.whole(prefix, old, everybody=True)
    require(not installed.place(prefix).exists(), "the program is there twice")
    run(prefix, new, "/UPDATE")
    installed.whole(prefix, new, everybody=True)
    require(not installed.shortcut(prefix).exists(), "the update went to one user")
    remove(prefix, folder=installed.place(prefix, everybody=True))
    installed.gone(prefix, installed.place(prefix, everybody=True))


def shared_data(prefix: Prefix, setup: Setup) -> None:
    """The folder for shared data is made on request and marked, stays as it is later, and is never deleted."""
    run(prefix, setup)
    require(not installed.shared(prefix).exists(), "shared data nobody asked for")
    for _ in range(2):
        run(prefix, setup, "/SHARED")
        marked = (installed.shared(prefix) / MARKER).read_bytes()
        require(marked[:2] == b"\xff\xfe" and len(marked) > 40, "the marker of shared data says nothing", marked)
    (installed.shared(prefix) / "data.smartpns").write_bytes(NOTE)
    remove(prefix, "/DATA=hapus")
    installed.gone(prefix)
    require((installed.shared(prefix) / "data.smartpns").read_bytes() == NOTE, "shared data were deleted")
    clear(prefix)
