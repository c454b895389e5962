"""Update files: whatever is changed, cut off or added is refused, and nothing of it is believed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.updates import setup_name
from smartpns_desktop.services.update_files import read_head, setup_chunks
from smartpns_desktop.services.watch import Watch
from tests.updates import CHANGELOG, LATEST, NEW, OLD, Office, maker

MEMBERS = ["manifest.json", "manifest.sig", "CHANGELOG.md", setup_name(NEW)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.made(tmp_path_factory.mktemp("office") / "kantor é")


@pytest.fixture(scope="module")
def sound(office: Office) -> bytes:
    return office.update().read_bytes()


def taken(office: Office, path: Path, key: bytes = b"") -> str:
    """Code of the refusal of a file; "" where it is taken."""
    try:
        head = read_head(path, key or office.key, OLD)
        list(setup_chunks(head, Watch()))
    except CannotDo as refusal:
        return refusal.code
    return ""


def altered(office: Office, raw: bytes) -> str:
    path = office.folder / "altered.smartpns-update"
    path.write_bytes(raw)
    return taken(office, path)


def rezipped(office: Office, sound: bytes, change: Callable[[dict[str, bytes]], None]) -> str:
    """The answer to a file whose contents were changed by somebody who makes a proper zip of them, in our form too."""
    source = office.folder / "source.zip"
    source.write_bytes(sound)
    with zipfile.ZipFile(source) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    for number, content in enumerate(parts.values()):
        (office.folder / f"part{number}").write_bytes(content)
    out = office.folder / "altered.smartpns-update"
    maker.write_zip(out, ((name, office.folder / f"part{number}") for number, name in enumerate(parts)))
    return taken(office, out)


def test_a_sound_file_is_taken_and_is_a_zip_for_everyone(office: Office, sound: bytes) -> None:
    path = office.update()
    with zipfile.ZipFile(path) as opened:
        assert opened.namelist() == MEMBERS
        assert opened.testzip() is None
    head = read_head(path, office.key, OLD)
    assert (head.manifest.product, head.manifest.version) == ("SmartPNS", NEW)
    assert head.changelog == CHANGELOG
    assert b"".join(setup_chunks(head, Watch())) == (office.folder / setup_name(NEW)).read_bytes()
    assert altered(office, sound) == ""


def test_every_byte_counts(office: Office, sound: bytes) -> None:
    codes = set()
    for place in range(len(sound)):
        changed = bytearray(sound)
        changed[place] ^= 1 << place % 8
        codes.add(altered(office, bytes(changed)))
    assert codes == {"update.damaged", "update.not_ours"}


def test_a_file_that_is_cut_off_anywhere_is_refused(office: Office, sound: bytes) -> None:
    codes = {altered(office, sound[:length]) for length in range(0, len(sound), 3)}
    assert codes == {"update.damaged", "update.not_ours"}


@given(data=st.data())
def test_several_changes_at_once_are_refused(office: Office, sound: bytes, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(sound)))
    last = data.draw(st.integers(first, min(len(sound), first + 200)))
    changed = sound[:first] + data.draw(st.binary(max_size=200)) + sound[last:]
    assert (altered(office, changed) == "") is (changed == sound)


@given(raw=st.binary(max_size=400))
def test_foreign_files_are_refused(office: Office, raw: bytes) -> None:
    assert altered(office, raw) == "update.not_ours"


def test_what_others_call_a_zip_is_not_ours(office: Office, samples: Path) -> None:
    assert taken(office, samples / "siasn_profil_asn.xlsx") == "update.not_ours"
    with zipfile.ZipFile(office.folder / "again.zip", "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("manifest.json", "{}" * 100)
    assert taken(office, office.folder / "again.zip") == "update.damaged"


@pytest.mark.parametrize("name", ["CHANGELOG.md", setup_name(NEW)])
def test_a_content_that_was_replaced_properly_is_refused(office: Office, sound: bytes, name: str) -> None:
    def same_length(parts: dict[str, bytes]) -> None:
        parts[name] = parts[name][:-2] + b"!\n"

    def longer(parts: dict[str, bytes]) -> None:
        parts[name] += b"\n"

    assert rezipped(office, sound, same_length) == "update.damaged"
    assert rezipped(office, sound, longer) == "update.damaged"


def test_a_manifest_that_was_rewritten_is_not_trusted(office: Office, sound: bytes) -> None:
    def raised(parts: dict[str, bytes]) -> None:
        told = json.loads(parts["manifest.json"]) | {"version": "9.9.9"}
        parts["manifest.json"] = json.dumps(told, indent=1).encode()

    assert rezipped(office, sound, raised) == "update.untrusted"


def test_a_zip_with_one_file_more_is_refused(office: Office, sound: bytes) -> None:
    assert rezipped(office, sound, lambda parts: parts.update({"autorun.inf": b"open"})) == "update.damaged"
    assert rezipped(office, sound, lambda parts: parts.pop(setup_name(NEW), None)) == "update.damaged"


def test_a_file_of_another_maker_is_not_trusted(office: Office, tmp_path: Path) -> None:
    other = Office.made(tmp_path / "other")
    assert taken(office, other.update()) == "update.untrusted"
    assert taken(other, other.update()) == ""


def test_the_same_an_older_and_a_version_too_far_ahead_are_told_apart(office: Office) -> None:
    answers = {}
    for installed in (NEW, LATEST):
        with pytest.raises(CannotDo) as refusal:
            read_head(office.update(), office.key, installed)
        answers[installed] = refusal.value.code
    assert answers == {NEW: "update.same", LATEST: "update.older"}
    assert taken(office, office.update(LATEST, minimal=NEW)) == "update.too_far"


def test_what_is_not_there_or_no_file_is_told_as_such(office: Office) -> None:
    assert taken(office, office.folder / "tidak-ada.smartpns-update") == "file.missing"
    assert taken(office, office.folder) == "file.unreadable"


@pytest.mark.parametrize("key", [b"kunci", b"-----BEGIN PUBLIC KEY-----\n", None])
def test_a_key_that_is_none_trusts_nobody(office: Office, key: bytes | None) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    other = X25519PrivateKey.generate().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert taken(office, office.update(), key or other) == "update.no_key"


def test_a_wish_to_stop_is_heeded(office: Office) -> None:
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(CannotDo) as stopped:
        list(setup_chunks(read_head(office.update(), office.key, OLD), watch))
    assert stopped.value.code == "cancelled"
