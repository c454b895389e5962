"""The installer's script: every text in both languages and used, and the names it shares with the program."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import build
import installed
import installer_trial
import places_trial
import pytest
import setup_calls
import setup_file
import signing
import update_file

from smartpns_desktop import starting
from smartpns_desktop.domain import updates
from smartpns_desktop.services import data_places, installation, store_files
from smartpns_desktop.words.updates import REASONS

HERE = setup_file.SCRIPT.parent
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in (setup_file.SCRIPT, *sorted(HERE.glob("*.nsh")))}
WHOLE = re.sub(r"\\\n\s*", "", "\n".join(SCRIPTS.values()))
CODE = "\n".join(line for line in WHOLE.splitlines() if not line.lstrip().startswith(";"))
TEXTS = {
    it[1]: (it[2], it[3]) for it in re.finditer(r'^!insertmacro Say (\^?\w+) "(.*?)" *"(.*?)"$', WHOLE, re.MULTILINE)
}


def defined(name: str) -> str:
    """The value of a `!define`."""
    found = re.search(rf'^!define {name} "?(.*?)"?$', WHOLE, re.MULTILINE)
    assert found, name
    return found[1]


def variables(text: str) -> set[str]:
    return set(re.findall(r"\$\{?\w+\}?", text)) - {"$"}


def test_every_text_is_said_in_both_languages_with_the_same_facts() -> None:
    assert len(TEXTS) == WHOLE.count("!insertmacro Say ") > 60
    for name, (indonesian, english) in TEXTS.items():
        assert indonesian != english, name
        assert variables(indonesian) == variables(english), name
        assert all(indonesian.count(it) == english.count(it) for it in ("${NL}", "${GAP}")), name


def test_every_text_is_used_and_every_used_one_is_there() -> None:
    used = set(re.findall(r"\$\((\w+)\)", CODE))
    # NSIS itself uses what begins so.
    assert used == {name for name in TEXTS if not name.startswith("^")}


def test_indonesian_is_what_is_spoken_where_windows_speaks_neither() -> None:
    languages = re.findall(r'^!insertmacro MUI_LANGUAGE "(\w+)"', WHOLE, re.MULTILINE)
    assert languages == ["Indonesian", "English"]


@pytest.mark.parametrize("word", ["silahkan", "di instal", " anda ", "paripurna", "klik di sini", "shortcut"])
def test_indonesian_is_written_well(word: str) -> None:
    assert not [name for name, (indonesian, _) in TEXTS.items() if word in indonesian]


def test_whole_folders_are_deleted_only_where_all_in_them_is_the_setups_or_chosen() -> None:
    deleted = set(re.findall(r"RMDir /r (.*)", CODE))
    assert deleted == {'"$INSTDIR\\${STAGING}"', '"$OwnData"'}
    assert not re.search(r"^\s*Delete .*\*", CODE, re.MULTILINE)


def test_the_installer_knows_the_names_of_the_program() -> None:
    assert (defined("PROGRAM"), defined("CONSOLE")) == build.FACES == setup_file.FACES
    assert defined("PORTABLE") == data_places.PORTABLE_MARK
    assert defined("MARKER") == places_trial.MARKER == data_places.SHARED_MARK
    assert (defined("STAGING"), defined("REPLACED")) == installed.WORKING
    assert {defined("LIST"), defined("UNINSTALLER")} == installed.OWN
    assert int(defined("LONGEST_FOLDER")) == installer_trial.LONGEST_FOLDER
    assert f"${{AtLeastBuild}} {starting.OLDEST_WINDOWS}" in WHOLE
    assert defined("RESULT") == installation.RESULT


def test_windows_is_told_of_every_ending_that_the_program_opens_and_forgets_it_again() -> None:
    told = re.findall(r'!insertmacro (Unr|R)egisterType "([.\w-]+)" "\$\{(\w+)\}"', WHOLE)
    kinds = {(ending, defined(kind).replace("${NAME}", installed.NAME)) for _, ending, kind in told}
    assert kinds == set(installed.TYPES.items())
    assert len(told) == 2 * len(kinds)
    assert installed.TYPES.keys() == {store_files.ENDING, store_files.EXCHANGE_ENDING, updates.ENDING}


def test_the_setup_is_64_bit_unless_nsis_for_windows_packs_it() -> None:
    assert "!define /ifndef STUB amd64-unicode" in WHOLE
    assert "Target ${STUB}" in WHOLE
    (named,) = setup_file.ON_WINDOWS
    assert named.startswith("-DSTUB=x86-")
    # A 32-bit program is shown another part of the registry, and starts where the program could not.
    assert {it[1] for it in re.finditer(r"Function (\S+)\n\s*SetRegView 64", WHOLE)} == {"ChooseScope", "un.FindScope"}
    assert "${OrIfNot} ${RunningX64}" in WHOLE


def test_refusals_end_with_the_codes_that_scripts_know() -> None:
    codes = {int(it) for it in re.findall(r"(?:SetErrorLevel|!insertmacro (?:Refuse|Leave)) (\d)", CODE)}
    trials = vars(setup_calls)
    known = [trials[name] for name in ("REFUSED", "DOWNGRADE", "RUNNING", "SMALL_DISK", "OLD_WINDOWS")]
    assert sorted(codes) == known == [2, 3, 4, 5, 6]
    # 1 is NSIS's own, None stands for a setup that was cut off.
    assert REASONS.keys() == {None, 1, *codes}


def test_whoever_leaves_gives_back_first() -> None:
    """An Abort in the section is heard by .onInstFailed; a Quit by nobody, where no window is open."""
    left = [before for before, line in pairwise(map(str.strip, CODE.splitlines())) if line == "Quit"]
    assert left == ["!endif"]
    assert "Call GiveBack" in CODE.partition("!macro Leave")[2].partition("!macroend")[0]
    assert "Call GiveBack" in CODE.partition("Function .onInstFailed")[2].partition("FunctionEnd")[0]


def test_every_message_has_an_answer_when_nobody_is_there() -> None:
    silent = [line for line in CODE.splitlines() if "MessageBox" in line and "/SD" not in line]
    # Asked on the page of the uninstaller, which a silent removal does not show.
    assert len(silent) == 1
    assert "$(DropSure)" in silent[0]


def test_no_file_of_the_sources_is_too_long_for_the_longest_folder() -> None:
    folders = (build.ROOT / name for name in build.SHIPPED)
    names = [path.relative_to(build.ROOT).as_posix() for folder in folders for path in folder.rglob("*")]
    assert max(len(f"{build.INSIDE}/{name}") for name in names) <= installer_trial.LONGEST_FILE


def test_the_letter_for_it_names_every_switch_key_and_code() -> None:
    letter = (HERE / "SURAT-TI.md").read_text(encoding="utf-8")
    switches = set(re.findall(r'ReadSwitch "(/\w+)"', WHOLE)) | {"/S", "/D=", "/LANG=id", "/DATA=hapus"}
    keys = {installed.KEY, installed.ADD_REMOVE, *(f"Software\\Classes\\{name}" for name in installed.TYPES)}
    keys |= {f"Software\\Classes\\{name}" for name in installed.TYPES.values()}
    codes = {f"| {code} |" for code in range(7)}
    assert not {it for it in switches | keys | codes if it not in letter}
    assert letter.count("\n") < 110
    assert places_trial.MARKER in letter


def test_wine_writes_names_beyond_ascii_and_backslashes(tmp_path: Path) -> None:
    from wine import Prefix

    lines = (
        "WINE REGISTRY Version 2\n",
        r"[Software\\SmartPNS] 1795349061" + "\n",
        r'"InstallDir"="C:\\x64\\\x0160ari\x107"' + "\n",
        r'@="\"C:\\a b.exe\" \"%1\""' + "\n",
    )
    (tmp_path / "user.reg").write_text("".join(lines), encoding="utf-8")
    found = installed.registry(Prefix(tmp_path))
    assert found == {r"Software\SmartPNS": {"InstallDir": "C:\\x64\\Šarić", "@": '"C:\\a b.exe" "%1"'}}


def test_the_workflow_for_windows_runs_scripts_that_are_there() -> None:
    workflow = (build.ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    scripts = set(re.findall(r"packaging/windows/\w+\.py", workflow))
    assert {Path(it).name for it in scripts} == {"setup_file.py", "signing.py", "hashes.py", "update_file.py"}
    assert all((build.ROOT / it).is_file() for it in scripts)
    named = {signing.CERTIFICATE, signing.PASSWORD, signing.TIMESTAMP, update_file.PRIVATE_KEY}
    assert all(f'"{name}=$' in workflow for name in named)
