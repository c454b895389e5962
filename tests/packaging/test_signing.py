"""Signing needs a certificate and says what went wrong; with one, a signature is sound until the file changes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import setup_file
import signing
import wine
from cryptography.hazmat.primitives.serialization import pkcs12

PASSWORD = "rahasia é"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate of its own, named in the environment; the PEM that believes it."""
    container, trusted = signing.self_signed(tmp_path, PASSWORD)
    monkeypatch.setenv(signing.CERTIFICATE, str(container))
    monkeypatch.setenv(signing.PASSWORD, PASSWORD)
    monkeypatch.delenv(signing.TIMESTAMP, raising=False)
    return trusted


def test_without_a_certificate_nothing_is_signed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    assert not signing.is_wanted()
    with pytest.raises(KeyError):
        signing.sign(tmp_path / "program.exe")
    assert signing.main(["sign", "program.exe"]) == 2


def test_a_certificate_made_on_the_spot_is_one_for_code(certificate: Path, tmp_path: Path) -> None:
    assert signing.is_wanted()
    container = pkcs12.load_pkcs12((tmp_path / "percobaan.pfx").read_bytes(), PASSWORD.encode())
    assert container.cert is not None
    assert container.cert.certificate.subject == container.cert.certificate.issuer
    with pytest.raises(ValueError, match="password"):
        pkcs12.load_pkcs12((tmp_path / "percobaan.pfx").read_bytes(), b"other")
    assert certificate.read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")


def test_the_command_for_the_uninstaller_is_this_script() -> None:
    program, script = (part.strip('"') for part in signing.command().removesuffix(" sign").split('" "'))
    assert (program, Path(script)) == (sys.executable, Path(signing.__file__).resolve())


needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("osslsigncode", wine.COMPILER))) or sys.platform == "win32",
    reason="the tools of the Windows chain are not installed here",
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program for Windows."""
    path = tmp_path / setup_file.FACES[0]
    command = (wine.COMPILER, "-x", "c", "-o", path, "-")
    subprocess.run(command, input="int main(void) { return 0; }", text=True, check=True)
    return path


@needs_tools
def test_a_signature_is_sound_until_the_file_changes(certificate: Path, program: Path) -> None:
    with pytest.raises(signing.NotSigned):
        signing.check(program, certificate)
    assert signing.main(["sign", str(program)]) == 0
    assert "percobaan" in signing.check(program, certificate)
    with pytest.raises(signing.NotSigned):
        signing.check(program)
    content = bytearray(program.read_bytes())
    content[1000] ^= 1
    program.write_bytes(content)
    with pytest.raises(signing.NotSigned):
        signing.check(program, certificate)


@needs_tools
@pytest.mark.usefixtures("certificate")
def test_a_wrong_password_is_told_and_leaves_the_file(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(signing.PASSWORD, "other")
    before = program.read_bytes()
    assert signing.main(["sign", str(program)]) == 1
    assert "osslsigncode sign" in capsys.readouterr().err
    assert program.read_bytes() == before
