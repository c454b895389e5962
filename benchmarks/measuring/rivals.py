"""How others take in the same sheet; run by the interpreter of a folder that holds them and nothing of ours."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from measuring.people import HEADINGS
from measuring.ratios import answer, side_asked

_DATES = [heading for heading in HEADINGS if heading.startswith(("TANGGAL", "TMT"))]


def django_import_export(file: Path) -> None:
    """Bulk mode into an SQLite file, with the checks that its fields bring."""
    import django
    from django.conf import settings

    with tempfile.TemporaryDirectory() as folder:
        store = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(folder) / "plain.db")}
        apps = ["django.contrib.contenttypes", "import_export"]
        settings.configure(DATABASES={"default": store}, INSTALLED_APPS=apps, USE_TZ=False)
        django.setup()
        answer(lambda: _import_through_resource(file))


def _import_through_resource(file: Path) -> int:
    from django.db import connection, models
    from import_export import resources
    from tablib import Dataset

    names = [heading.lower().replace(" ", "_") for heading in HEADINGS]
    fields: dict[str, Any] = {name: models.CharField(max_length=255, blank=True) for name in names}
    fields |= {"nip_baru": models.CharField(max_length=18, unique=True), "nama": models.CharField(max_length=255)}
    fields |= {"__module__": __name__, "Meta": type("Meta", (), {"app_label": "import_export"})}
    person = type("Person", (models.Model,), fields)
    with connection.schema_editor() as editor:
        editor.create_model(person)
    options = {"model": person, "fields": names, "import_id_fields": ["nip_baru"], "use_bulk": True,
               "batch_size": 1000, "skip_diff": True, "clean_model_instances": True}  # fmt: skip
    resource = type("People", (resources.ModelResource,), {"Meta": type("Meta", (), options)})()
    dataset = Dataset().load(file.read_bytes(), format="xlsx")
    dataset.headers = names
    result = resource.import_data(dataset, dry_run=False, raise_errors=False)
    return len(result.invalid_rows) + len(result.row_errors())


def frictionless(file: Path) -> None:
    """Validation against a schema that says all it can say about these columns; nothing is stored."""
    from frictionless import Resource, Schema, fields

    schema = Schema(fields=[_described(fields, heading) for heading in HEADINGS])
    resource = Resource(path=file.name, basepath=str(file.parent), schema=schema)
    answer(lambda: resource.validate(limit_errors=100_000).stats["errors"])


def _described(fields: Any, heading: str) -> Any:
    if heading in _DATES:
        return fields.DateField(name=heading, format="%d-%m-%Y")
    rules: dict[str, Any] = {}
    if heading == "NIP BARU":
        rules = {"required": True, "unique": True, "pattern": "[0-9]{18}"}
    elif heading == "NAMA":
        rules = {"required": True}
    return fields.StringField(name=heading, constraints=rules)


def floor(file: Path) -> None:
    """Reading the cells, and one plain table."""
    from measuring.bare import plain_table

    with tempfile.TemporaryDirectory() as folder:
        answer(lambda: plain_table(file, Path(folder) / "plain.db"))


SIDES = {"django-import-export": django_import_export, "frictionless": frictionless, "floor": floor}

if __name__ == "__main__":
    if side := side_asked(SIDES):
        side()
