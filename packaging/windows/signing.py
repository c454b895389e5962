"""Signs programs for Windows, and checks signatures: with osslsigncode on Debian, with Microsoft's signtool on Windows.

    python packaging/windows/signing.py sign FILE…       in place; the certificate is named in the environment
    python packaging/windows/signing.py check FILE…      0 when every signature is sound

The certificate stands in SMARTPNS_SIGN_CERTIFICATE (path of a .pfx), its password in SMARTPNS_SIGN_PASSWORD, and the
address of a time-stamp server, without which signatures end with the certificate, in SMARTPNS_SIGN_TIMESTAMP.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CERTIFICATE, PASSWORD, TIMESTAMP = (f"SMARTPNS_SIGN_{name}" for name in ("CERTIFICATE", "PASSWORD", "TIMESTAMP"))
TITLE = "SmartPNS"
DIGEST = "sha256"


class NotSigned(Exception):
    """A file could not be signed, or its signature is not sound: what the signing program said."""


def is_wanted() -> bool:
    """Whether the environment names a certificate; without one everything is built unsigned."""
    return bool(os.environ.get(CERTIFICATE))


def command() -> str:
    """What NSIS calls for the uninstaller, the file's quoted path put behind it."""
    return f'"{sys.executable}" "{Path(__file__).resolve()}" sign'


def sign(*files: Path) -> None:
    """Sign files in place. Raises `NotSigned`, and KeyError where no certificate is named."""
    certificate, password = Path(os.environ[CERTIFICATE]), os.environ.get(PASSWORD, "")
    stamp = os.environ.get(TIMESTAMP, "")
    for file in files:
        if sys.platform == "win32":
            _signtool("sign", *_signtool_options(certificate, password, stamp), file)
        else:
            _osslsigncode(file, certificate, password, stamp)


def check(file: Path, trusted: Path | None = None) -> str:
    """Whose signature a file bears, sound and unbroken; `trusted` is a PEM of certificates that are believed.

    Raises `NotSigned` where there is none, where the file was changed since, or where nobody vouches for the signer.
    """
    if sys.platform == "win32":
        told = _signtool("verify", "/pa", "/v", file)
    else:
        believed = ("-CAfile", trusted) if trusted else ()
        told = _run("osslsigncode", "verify", *believed, "-ignore-timestamp", "-ignore-cdp", "-in", file)
    return told


def _osslsigncode(file: Path, certificate: Path, password: str, stamp: str) -> None:
    """Made beside, then put in its place. The password goes through a file: others can read a command line."""
    with tempfile.TemporaryDirectory() as name:
        secret, signed = Path(name, "password"), Path(name, file.name)
        secret.write_text(password, encoding="utf-8")
        server = ("-ts", stamp) if stamp else ()
        _run(
            "osslsigncode", "sign", "-pkcs12", certificate, "-readpass", secret, "-h", DIGEST, "-n", TITLE, *server,
            "-in", file, "-out", signed,
        )  # fmt: skip
        shutil.copyfile(signed, file)


def _signtool_options(certificate: Path, password: str, stamp: str) -> tuple[str | Path, ...]:
    server = ("/tr", stamp, "/td", DIGEST) if stamp else ()
    return "/f", certificate, *(("/p", password) if password else ()), "/fd", DIGEST, "/d", TITLE, *server


def _signtool(*arguments: str | Path) -> str:
    return _run(_signtool_program(), *arguments)


def _signtool_program() -> str | Path:
    """The newest one of Windows' developer kits, unless one stands in the path."""
    kits = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)"), "Windows Kits", "10", "bin")
    found = sorted(kits.glob("10.*/x64/signtool.exe"))
    return shutil.which("signtool") or (found[-1] if found else "signtool")


def _run(*call: str | Path) -> str:
    done = subprocess.run(call, capture_output=True, encoding="utf-8", errors="replace", check=False)
    told = f"{done.stdout}{done.stderr}".strip()
    if done.returncode:
        raise NotSigned(f"{call[0]} {call[1]} {Path(call[-1]).name} ({done.returncode}): {told[-800:]}")
    return told


def self_signed(folder: Path, password: str, name: str = "SmartPNS (percobaan)") -> tuple[Path, Path]:
    """A certificate that only trials believe, made on the spot: the .pfx to sign with and the PEM to check with."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    container, trusted = folder / "percobaan.pfx", folder / "percobaan.pem"
    secret = serialization.BestAvailableEncryption(password.encode())
    container.write_bytes(pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, secret))
    trusted.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return container, trusted


def main(arguments: Sequence[str]) -> int:
    """Carry out one call: 0 done, 1 not signed, 2 a call that is none."""
    act, *names = arguments or ("",)
    if act not in ("sign", "check") or not names or (act == "sign" and not is_wanted()):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for file in map(Path, names):
            if act == "sign":
                sign(file)
            print(f"signed: {file.name}" if act == "sign" else check(file))
    except NotSigned as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
