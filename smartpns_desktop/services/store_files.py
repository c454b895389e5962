"""What a store file is that someone opens: whose, how large, and whether its attached files came along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.queries import glances
from smartpns_desktop.services.attachment_files import AttachmentFiles
from smartpns_desktop.services.backups import opened
from smartpns_desktop.services.data_places import STORE
from smartpns_desktop.services.office import profile_in

ENDING = ".smartpns"
"""Of a store and of a backup."""
EXCHANGE_ENDING = ".smartpnsx"
"""Of a file for exchange between offices."""


@dataclass(frozen=True, slots=True)
class StoreGlance:
    """A store as it is recognised: office and place ("" where nobody told), people, local time of the last change.

    Of `attached` contents `missing` are not in the folder beside it. `has_folder`: it stands as the program keeps a
    store, so that its folder can be opened as a data folder.
    """

    path: Path
    revision: str
    office: str
    people: int
    changed: datetime
    attached: int
    missing: int
    has_folder: bool


def glance(path: Path) -> StoreGlance:
    """Look into a store file without changing it. Raises as `backups.opened` does."""
    with opened(path) as store, store.read() as reader:
        profile, contents = profile_in(reader), glances.contents(reader)
        files = AttachmentFiles.beside(path)
        return StoreGlance(
            path=path,
            revision=store.revision() or "",
            office=" · ".join(filter(None, (profile.office, profile.place))),
            people=glances.people(reader),
            changed=datetime.fromtimestamp(path.stat().st_mtime),
            attached=len(contents),
            missing=sum(not files.is_there(it) for it in contents),
            has_folder=path.name == STORE,
        )
