"""The profile of a Smart ASN: the attributes that it has, and which assessed competency tells of which."""

from __future__ import annotations

from collections.abc import Mapping

from smartpns_desktop.domain.competencies import meant, same_name

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "Integritas": ("Berintegritas",),
    "Nasionalisme": ("Nasionalis", "Berjiwa nasionalisme"),
    "Profesionalisme": ("Profesional",),
    "Berwawasan global": ("Wawasan global",),
    "Menguasai TI dan bahasa asing": (
        "Menguasai IT dan bahasa asing",
        "Penguasaan IT dan bahasa asing",
        "Penguasaan TI dan bahasa asing",
        "TI dan bahasa asing",
        "IT dan bahasa asing",
    ),
    "Berjiwa melayani (hospitality)": ("Berjiwa melayani", "Berjiwa hospitality", "Hospitality"),
    "Berjiwa wirausaha (entrepreneurship)": (
        "Berjiwa wirausaha",
        "Kewirausahaan",
        "Berjiwa entrepreneurship",
        "Entrepreneurship",
    ),
    "Berjejaring luas (networking)": ("Berjejaring luas", "Memiliki jaringan luas", "Jaringan luas", "Networking"),
}
"""The eight attributes of the ministry's (KemenPANRB) programme Smart ASN 2024 in its order, each with how it is
written besides. No regulation gives them levels: they are assessed as competencies are."""

SPELLINGS: Mapping[str, str] = {told: name for name, others in ATTRIBUTES.items() for told in (name, *others)}
"""The attribute that each spelling means."""

_BY_KEY = {same_name(told): name for told, name in SPELLINGS.items()}


def attribute_of(competency: str) -> str | None:
    """The attribute that a competency of this name is; Integritas is one of PermenPANRB 38/2017 too."""
    return meant(competency, _BY_KEY)
