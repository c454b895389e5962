"""The command that updates the program from a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smartpns_desktop.app import App
from smartpns_desktop.cli.interruption import asking_to_stop
from smartpns_desktop.cli.output import Output
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain.errors import Outcome
from smartpns_desktop.words.figures import show_date, show_number

if TYPE_CHECKING:
    from smartpns_desktop.domain.changelog import Release
    from smartpns_desktop.services.updates import Offer


def update(app: App, call: Call, output: Output) -> Outcome:
    """Prove an update file and, unless it is only to be checked, make a backup and start its setup."""
    with asking_to_stop() as watch:
        offer = app.updates.look(call.file, watch)
        found = _told(offer)
        if call.check:
            output.result(found, _lines(offer))
            return Outcome.DONE
        prepared = app.updates.prepare(offer, watch)
    # Whoever types does not ask for a window.
    app.updates.start(prepared, again=False)
    waiting = "Tutup jendela SmartPNS, juga di akun lain; pemasang menunggu paling lama 1 menit."
    lines = (
        f"Cadangan dibuat dan diperiksa: {prepared.backup}",
        f"Pemasang SmartPNS {offer.version} berjalan. {waiting}",
    )
    output.result(found | {"started": True, "backup": str(prepared.backup)}, lines)
    return Outcome.DONE


def _told(offer: Offer) -> dict[str, object]:
    return {
        "file": str(offer.path),
        "version": str(offer.version),
        "installed": str(offer.installed),
        "date": offer.day,
        "size": offer.size,
        "news": [{"version": str(it.version), "date": it.day, "text": it.text} for it in offer.releases],
        "started": False,
    }


def _lines(offer: Offer) -> list[str]:
    size = show_number(round(offer.size / 1e6, 1))
    first = f"Berkas sah: SmartPNS {offer.version}, {show_date(offer.day)}, {size} MB (terpasang {offer.installed})."
    return [first, *_news(offer.releases)]


def _news(releases: Sequence[Release]) -> list[str]:
    return [line for it in releases for line in ("", f"Yang baru di versi {it.version}:", *it.text.splitlines())]
