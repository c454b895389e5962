"""Sentences about what a person has of what a post asks, and about what would close a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from smartpns_desktop.domain.gap import EDUCATION, Finding, Reason, Verdict
from smartpns_desktop.domain.requirements import RequirementKind
from smartpns_desktop.words.figures import show_date

_Facts = Mapping[str, object]

_WHY: Mapping[Reason, str] = {
    Reason.ENOUGH: "Sudah terpenuhi{had}.",
    Reason.TOO_LOW: "Pendidikan tertinggi{had} di bawah syarat.",
    Reason.NO_EDUCATION: "Riwayat pendidikan belum diisi.",
    Reason.NO_PROGRAMME: "Program studi pada riwayat pendidikan belum diisi.",
    Reason.OTHER_PROGRAMME: "Program studi{had} tidak termasuk yang disyaratkan.",
    Reason.PROGRAMME_VAGUE: "Syarat menyebut program studi yang sejenis; periksa apakah{had} termasuk.",
    Reason.HELD: "Ada: {held}{day}.",
    Reason.NOT_HELD: "Belum ada dalam riwayat.",
    Reason.NOT_NAMED: "Syarat tidak menyebut namanya, jadi tidak dapat dicocokkan.",
    Reason.NO_DATE: "Ada: {held}, tetapi tanggalnya belum diisi sehingga masa berlakunya tidak diketahui.",
    Reason.ENDS: "Ada: {held}; berlaku sampai {until}.",
    Reason.ENDED: "Ada: {held}, tetapi berakhir {until}.",
    Reason.TOO_SHORT: "Baru {months} dari {asked}.",
    Reason.NO_HISTORY: "TMT pada riwayat jabatan belum lengkap, jadi lamanya tidak dapat dihitung.",
    Reason.BY_PEOPLE: "Tidak dapat dihitung dari riwayat; nilailah dari berkasnya.",
    Reason.NOT_ASSESSED: "Belum dinilai: hasil penilaian kompetensi belum dicatat.",
    Reason.LEVEL_REACHED: "Level {found}{day}{wanted}.",
    Reason.LEVEL_TOO_LOW: "Baru level {found}{day}{wanted}.",
}

_CLOSING: Mapping[str, str] = {
    EDUCATION: "Catat pendidikannya bila sudah ditempuh, atau usulkan tugas belajar.",
    RequirementKind.PROGRAMME: "Catat pendidikannya bila sudah ditempuh, atau usulkan tugas belajar.",
    RequirementKind.TRAINING: "Catat pelatihannya bila sudah diikuti, atau usulkan keikutsertaannya.",
    RequirementKind.CERTIFICATE: "Catat sertifikatnya bila sudah dimiliki, atau usulkan uji sertifikasi.",
    RequirementKind.EXPERIENCE: "Lengkapi riwayat jabatan, atau tunggu sampai lamanya terpenuhi.",
    RequirementKind.COMPETENCY: "Catat hasil penilaiannya bila sudah dinilai, atau usulkan uji kompetensi.",
}

_RAISED = "Usulkan pengembangan kompetensinya, lalu uji kompetensi ulang."


def asked(finding: Finding, levels: Mapping[str, str]) -> str:
    """What is asked by its name; `levels` are the names of levels of education by code."""
    return levels.get(finding.name, finding.name) if finding.kind == EDUCATION else finding.name


def explained(finding: Finding, levels: Mapping[str, str]) -> str:
    """Why a finding is what it is, in a sentence."""
    facts = finding.facts
    return _WHY[finding.reason].format(
        had=_had(facts, levels),
        held=facts.get("held", ""),
        day=_bracketed(facts.get("day")),
        until=_day(facts.get("until")),
        months=_span(facts.get("months")),
        asked=_span(facts.get("asked")),
        found=facts.get("found", ""),
        wanted=f"; yang diminta level {facts['wanted']}" if facts.get("wanted") else "",
    )


def closing(finding: Finding) -> str:
    """What would close a gap; nothing for what is met."""
    if finding.verdict is Verdict.MET:
        return ""
    return _RAISED if finding.reason is Reason.LEVEL_TOO_LOW else _CLOSING[finding.kind]


def _had(facts: _Facts, levels: Mapping[str, str]) -> str:
    made: tuple[tuple[str, Callable[[object], str]], ...] = (
        ("level", lambda code: levels.get(str(code), str(code))),
        ("programme", str),
        ("months", _span),
    )
    return next((f" ({say(facts[name])})" for name, say in made if name in facts), "")


def _bracketed(day: object) -> str:
    return f" ({_day(day)})" if day else ""


def _day(day: object) -> str:
    return show_date(day) if isinstance(day, date) else ""


def _span(months: object) -> str:
    """Months as years and months: 2 tahun 3 bulan."""
    if not isinstance(months, int):
        return ""
    years, rest = divmod(months, 12)
    told = (f"{years} tahun" if years else "", f"{rest} bulan" if rest or not years else "")
    return " ".join(filter(None, told))
