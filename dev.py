"""What a contributor types: set-up, run, tests, checks, benchmarks, build and pinning, on a bare Python 3.11."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PIP = (PYTHON, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", "install")
OUT = ROOT / "out"
BUILT = ROOT / "dist" / "SmartPNS"

PINNED = ("requirements.txt", "requirements-dev.txt")
LOCKED: dict[str, tuple[str, ...]] = dict.fromkeys((*PINNED, "benchmarks/rivals.txt"), ("--universal",))
LOCKED["packaging/windows/requirements.txt"] = ("--python-platform", "x86_64-pc-windows-msvc", "--only-binary", ":all:")
PROJECT = ("pyproject.toml", "smartpns_desktop/__init__.py")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32"),
    ("pytest", "--quiet", "tests/test_architecture.py", "tests/test_house.py"),
)

# What Qt loads from the system (only a window needs it), and one font of two that do.
QT_PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 "
    "libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 "
    "libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 "
    "libxcb-xinerama0 libxcb-xkb1"
).split()
FONT_PACKAGES = ("fonts-dejavu-core", "fonts-noto-core")
# What PyInstaller takes programs apart with, and the library that Debian's Python does without.
BUILD_PACKAGES = ("binutils", f"libpython3.{sys.version_info.minor}")

Answer = dict[str, Any]


class Failed(Exception):
    """A step that cannot be done: the sentence for the person who typed, and the exit code."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def call(*command: str | Path, quiet: bool = False) -> int:
    """Run a command from the repository's root with our own input and output; its exit code."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL if quiet else None, check=False).returncode


def answer_of(*command: str | Path) -> tuple[int, Answer]:
    """Run a command that prints one JSON object; its exit code and that object."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return done.returncode, json.loads(done.stdout or "{}")


def must(*command: str | Path) -> None:
    """Run a command that has to succeed."""
    code = call(*command)
    if code:
        raise Failed(f"failed ({code}): {' '.join(map(str, command))}")


def stamped(name: str, files: Iterable[str], work: Callable[[], None]) -> None:
    """Do `work` only when one of `files` differs from what it was when the work last succeeded."""
    digest = hashlib.sha256()
    for file in files:
        digest.update((ROOT / file).read_bytes())
    stamp = VENV / f"{name}.sha256"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    work()
    stamp.write_text(digest.hexdigest())


def set_up() -> None:
    """Make or bring up to date everything the other commands need; costs nothing when nothing is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this is where the wrong Python arrives)
        raise Failed(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    make_venv()
    stamped("requirements", PINNED, install_requirements)
    stamped("project", PROJECT, install_project)


def make_venv() -> None:
    """Make `.venv`, unless a working one stands there."""
    if PYTHON.exists() and any(SCRIPTS.glob("pip*")):
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system(["python3-venv"], needed=True)
    print("Making .venv …")
    must(sys.executable, "-m", "venv", "--clear", VENV)


def install_requirements() -> None:
    print("Installing the pinned packages into .venv …")
    must(*PIP, "--require-hashes", *(part for file in PINNED for part in ("-r", file)))


def install_project() -> None:
    print("Installing the program itself, editable …")
    must(*PIP, "--no-deps", "--no-build-isolation", "--editable", ".")


def install_system(packages: Sequence[str], needed: bool) -> None:
    """Install Debian packages where that needs no password; else print the one line to type."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise Failed("Python's venv module is missing here; install it, then try again.")
    before = privilege()
    if before is not None:
        print(f"Installing from Debian: {' '.join(packages)} …")
        apt = (*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
        if not call(*apt, "update") and not call(*apt, *line.split()[1:], quiet=True):
            return
    if needed:
        raise Failed(f"the system lacks packages; type this, then start again:\n  sudo {line}")
    print(f"Missing from the system, for the window; type this once:\n  sudo {line}")


def privilege() -> tuple[str, ...] | None:
    """What to put before a command to run it as root without being asked; None when there is no way."""
    if sys.platform != "win32":
        if os.geteuid() == 0:
            return ()
        asked = ("sudo", "-n", "true")
        if shutil.which("sudo") and not subprocess.run(asked, capture_output=True, check=False).returncode:
            return ("sudo", "-n")
    return None


def missing_packages(installed: set[str]) -> list[str]:
    """Which of Qt's packages, and whether a font, are not among the installed ones."""
    missing = [name for name in QT_PACKAGES if name not in installed]
    return missing if installed.intersection(FONT_PACKAGES) else [*missing, FONT_PACKAGES[0]]


def installed_packages() -> set[str]:
    """Names of the Debian packages that are installed (newer releases add t64 to some)."""
    query = ("dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n")
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[1].removesuffix("t64") for line in lines if line.startswith("installed ")}


def program(data: Path) -> tuple[str | Path, ...]:
    return (PYTHON, "-m", "smartpns_desktop", "--data-dir", data)


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def show_without_display(out: Path) -> int:
    """The main job through the services, then a picture of each page as it would be seen."""
    print("There is no display here, so no window: the main job by command line, and pictures of the pages.")
    code = call(PYTHON, "-m", "tests.main_job", out)
    return code or call(PYTHON, "-m", "ui.pictures", out / "pictures", "--data", out / "data")


def need_qt_packages() -> None:
    """Install what Qt loads from the system; without rights print the one line to type."""
    if shutil.which("dpkg-query") and (missing := missing_packages(installed_packages())):
        install_system(missing, needed=False)


def setup(_arguments: list[str]) -> int:
    """make .venv and install what is missing"""
    set_up()
    need_qt_packages()
    print(f"Ready: {SCRIPTS / 'smartpns'}")
    return 0


def run(arguments: list[str]) -> int:
    """[ARGUMENTS]   open the window on out/data, or call the program there with ARGUMENTS"""
    set_up()
    if arguments:
        return call(*program(OUT / "data"), *arguments)
    need_qt_packages()
    return call(*program(OUT / "data")) if has_display() else show_without_display(OUT)


def build(_arguments: list[str]) -> int:
    """make the program for this system in dist/, move it elsewhere and let it test itself there"""
    set_up()
    need_qt_packages()
    if shutil.which("dpkg-query") and (missing := [it for it in BUILD_PACKAGES if it not in installed_packages()]):
        install_system(missing, needed=True)
    must(
        PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--workpath", ROOT / "build", "--distpath", BUILT.parent, "build.spec",
    )  # fmt: skip
    return call(PYTHON, Path("packaging", "proof.py"), BUILT)


def windows(arguments: list[str]) -> int:
    """[--hold] [--measure]   on Debian: the program for Windows and its installer in out/windows, tried under Wine"""
    set_up()
    return call(PYTHON, Path("packaging", "windows", "chain.py"), *arguments)


def pictures(_arguments: list[str]) -> int:
    """the README's pictures in packaging/pictures, of the invented city"""
    set_up()
    need_qt_packages()
    data, out = OUT / "city", ROOT / "packaging" / "pictures"
    if not data.exists():
        must(*program(data), "demo", "--employees", "420")
    for looks in ((), ("--dark",), ("--scale", "1.5")):
        must(PYTHON, "-m", "ui.pictures", out, "--data", data, *looks)
    return 0


def test(arguments: list[str]) -> int:
    """[ARGUMENTS]   all tests on all cores, or pytest with ARGUMENTS"""
    set_up()
    workers = (os.cpu_count() or 2) * 3 // 2  # tests of the window wait for it a third of their time
    return call(PYTHON, "-m", "pytest", *(arguments or ["-n", str(workers), "--dist", "worksteal"]))


def check(_arguments: list[str]) -> int:
    """style, format, types (Linux and Windows) and architecture"""
    set_up()
    failed = [" ".join(rest) for rest in CHECKS if call(PYTHON, "-m", *rest)]
    print("check: " + (f"failed: {'; '.join(failed)}" if failed else "all is well"))
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """[NAME] [--json]   one benchmark, or all of them"""
    set_up()
    folder = ROOT / "benchmarks"
    names = [it for it in arguments if it != "--json"] or sorted(it.stem for it in folder.glob("*.py"))
    unknown = [name for name in names if not (folder / f"{name}.py").exists()]
    if unknown:
        raise Failed(f"no benchmark {', '.join(unknown)} in benchmarks/", 2)
    commands = {name: (PYTHON, folder / f"{name}.py") for name in names}
    if "--json" not in arguments:
        return max((call(*command) for command in commands.values()), default=0)
    answers = {name: answer_of(*command, "--json") for name, command in commands.items()}
    print(json.dumps({name: answer for name, (_, answer) in answers.items()}))
    return max((code for code, _ in answers.values()), default=0)


def lock(arguments: list[str]) -> int:
    """[--upgrade]   make the pinned requirement files again, for Linux and Windows, with hashes"""
    set_up()
    must(*PIP, "uv")
    for file, systems in LOCKED.items():
        source = Path(file).with_suffix(".in")
        must(
            PYTHON, "-m", "uv", "pip", "compile", source, "--output-file", file, "--quiet", *arguments,
            *systems, "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
            "--custom-compile-command", "python3 dev.py lock",
        )  # fmt: skip
    return 0


def fuzz(arguments: list[str]) -> int:
    """[FOLDER] [--as-they-are] [--minutes N]   spoilt workbooks, or a folder of odd ones, through the import"""
    set_up()
    return call(PYTHON, "-m", "tests.fuzzing", *arguments)


COMMANDS = {it.__name__: it for it in (setup, run, pictures, test, check, bench, fuzz, build, windows, lock)}


def usage() -> str:
    lines = [f"  {name:<10}{it.__doc__}" for name, it in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND …", *lines])


def main(arguments: list[str]) -> int:
    os.environ |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}  # tests start Python a hundred times
    if not arguments or arguments[0] not in COMMANDS:
        print(usage())
        return 0 if arguments in (["--help"], ["-h"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Failed as failure:
        print(f"dev.py: {failure}", file=sys.stderr)
        return failure.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
