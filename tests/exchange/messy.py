"""Sheets as offices make them by hand, in any mixture of styles, and what every row of them really is."""

from __future__ import annotations

from tests.exchange.messy_parts import (
    COLUMNS,
    INNER,
    LEVELS,
    UNITS,
    Cell,
    Merge,
    Style,
    Truth,
    values,
)


class Maker:
    """Builds one sheet row by row, noting what each row is."""

    def __init__(self, style: Style) -> None:
        self.style, self.truth = style, Truth()
        self.columns = COLUMNS[style.kind]
        self.grid: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self._agency, self._within, self._level = "", "", ""
        self._done = 0

    def make(self) -> list[list[Cell]]:
        """The whole sheet."""
        style = self.style
        self._titles()
        self._heading()
        if style.numbers:
            self._numbers()
        for number in range(style.rows):
            self._before_row(number)
            self._data(number + 1)
        for _ in range(style.spare_rows):
            self._put({0: float(self._done + 1 + _)}, "blank")
        self._foot()
        if style.legend:
            self._legend()
        return self.grid

    def _put(self, cells: dict[int, Cell], role: str) -> int:
        """A row of these cells, by place in the table; its number."""
        width = self.style.left + len(self.columns)
        row: list[Cell] = [""] * width
        for place, cell in cells.items():
            row[self.style.left + place] = cell
        self.grid.append(row)
        if role:
            self.truth.skipped[len(self.grid)] = role
        return len(self.grid)

    def _titles(self) -> None:
        texts = ["PEMERINTAH KOTA BONTANG", "DAFTAR REKAPITULASI", "KEADAAN: DESEMBER 2025", "", "TAHUN ANGGARAN 2025"]
        for number in range(self.style.titles):
            text = texts[number % len(texts)]
            self._put({0: text}, "title" if text else "blank")
        pair = self.style.title_pairs
        if pair:
            cells: dict[int, Cell] = {0: "Perangkat Daerah : Dinas Kominfo"}
            if pair == "two":
                cells = {0: "Perangkat Daerah", 1: ": Dinas Kominfo"}
            if pair == "three":
                cells = {0: "Perangkat Daerah", 1: ":", 2: "Dinas Kominfo"}
            self._put(cells, "title")

    def _heading(self) -> None:
        for row in self._heading_rows():
            self._put(dict(enumerate(row)), "heading")
        if self.style.heading in ("two", "three"):
            self._merge_heading(len(self.grid))

    def _heading_rows(self) -> list[list[Cell]]:
        way, columns = self.style.heading, self.columns
        plain: list[Cell] = [it.plain for it in columns]
        if way == "two":
            return [[it.over for it in columns], [it.under for it in columns]]
        if way == "three":
            head: list[Cell] = [""] * len(columns)
            head[0], head[1] = columns[0].over, "DATA PEGAWAI" if "nip" in {it.field for it in columns} else "DATA"
            return [head, [it.over if place else "" for place, it in enumerate(columns)], [it.under for it in columns]]
        if way == "breaks":
            plain = [str(it).replace(" ", "\n", 1) for it in plain]
        if way == "numbered":
            plain = [f"{place}. {it}" for place, it in enumerate(plain, start=1)]
        if way == "shouted":
            plain = [str(it).upper() for it in plain]
        return [plain]

    def _merge_heading(self, last: int) -> None:
        left = self.style.left
        first = last - len(self._heading_rows())
        for place, column in enumerate(self.columns):
            if not column.under and self.style.heading == "two":
                self.merges.append((first, left + place, last - 1, left + place))
            if column.over and column.under:
                self.merges.append((last - 2, left + place, last - 2, left + place + 1))

    def _numbers(self) -> None:
        count, way = len(self.columns), self.style.numbers
        romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
        texts: dict[str, list[Cell]] = {
            "plain": [float(it) for it in range(1, count + 1)],
            "text": [str(it) for it in range(1, count + 1)],
            "brackets": [f"({it})" for it in range(1, count + 1)],
            "roman": list(romans[:count]),
            "letters": list("abcdefghi"[:count]),
            "sums": [*(str(it) for it in range(1, count)), f"{count}={count - 2}+{count - 1}"],
        }
        self._put(dict(enumerate(texts[way])), "number")

    def _before_row(self, number: int) -> None:
        style = self.style
        if style.repeat_after and number and number % style.repeat_after == 0:
            if style.signature == "pages":
                self._signature("one")
            self._heading()
            if style.numbers:
                self._numbers()
        if number and style.gap and number == style.rows // 2:
            for _ in range(style.gap):
                self._put({}, "blank")
        if style.totals == "between" and number == 3:
            self._put({1: "Sub Jumlah", len(self.columns) - 1: 3.0}, "total")
        if style.sections and number % 2 == 0:
            self._section(number // 2)

    def _section(self, number: int) -> None:
        kind, way = self.style.kind, self.style.sections
        if kind == "study-needs":
            level = LEVELS[number % 3]
            text = {"label": f"Jenjang : {level}", "letter": f"{'ABC'[number % 3]}. {level}"}.get(way, level)
            self._put({0: text}, "section")
            self._level = level
            return
        unit = UNITS[number % 3] if number % 3 != 2 or way != "nested" else INNER[1]
        if way == "nested":
            unit, self._within = (UNITS[0], "") if number == 0 else (INNER[number % 3], UNITS[0])
        self._agency = unit
        ways: dict[str, dict[int, Cell]] = {
            "letter": {0: f"{'ABC'[number % 3]}. {unit}"},
            "roman": {0: f"{('I', 'II', 'III')[number % 3]}. {unit}"},
            "label": {0: f"Unit Kerja : {unit}"},
            "label2": {0: "Unit Kerja", 1: f": {unit}"},
            "label3": {0: "Unit Kerja", 1: ":", 2: unit},
            "count": {0: f"{unit} (12 orang)"},
            "count2": {1: unit, 4: "12 orang"},
            "numbercell": {0: ("I", "II", "III")[number % 3], 1: unit},
        }
        at = self._put(ways.get(way, {0: unit}), "section")
        if way in ("plain", "letter", "nested"):
            self.merges.append((at - 1, self.style.left, at - 1, self.style.left + len(self.columns) - 1))

    def _data(self, number: int) -> None:
        self._done = number
        told = values(self.style.kind, number)
        if self.style.lost_nips and number % 3 == 0 and "nip" in told:
            told["nip"] = ""
        has_number = not (self.style.number_gaps and number % 4 == 2)
        cells = {place: told[it.field] for place, it in enumerate(self.columns) if it.field}
        if self.style.kind == "study-needs" and self.style.sections:
            told = {**told, "level": self._level}
            cells[1] = ""
        row = self._put({**cells, 0: float(number) if has_number else ""}, "")
        expected = {name: str(cell) for name, cell in told.items()}
        expected |= {"section.agency": self._agency, "section.within": self._within}
        self.truth.rows[row] = expected

    def _foot(self) -> None:
        style, last = self.style, len(self.columns) - 1
        if style.totals == "between":
            self._put({1: "Sub Jumlah", last: 3.0}, "total")
        elif style.totals == "colon":
            self._put({0: "Jumlah Total :", last: 12.0}, "total")
        elif style.totals == "late":
            self._put({2: "Jml.", last: 12.0}, "total")
            self._put({2: "Rata-rata", last: 2.5}, "total")
        elif style.totals:
            self._put({0: style.totals, last: "120 orang"}, "total")
        if style.notes:
            self._put({}, "blank")
            self._put({0: "Keterangan:"}, "signature")
            self._put({0: "*) termasuk CPNS"}, "signature")
        if style.signature:
            self._put({}, "blank")
            self._signature(style.signature)

    def _signature(self, way: str) -> None:
        right, left = len(self.columns) - 2, 1
        if way == "low":
            right = 1
        self._put({right: "Bontang, 5 Januari 2026"}, "signature")
        both = way in ("two", "misaligned")
        first: dict[int, Cell] = {left: "Mengetahui,"} if both else {}
        self._put({**first, right: "Kepala Dinas Kesehatan,"}, "signature")
        for _ in range(3):
            self._put({}, "blank")
        if way == "misaligned":
            self._put({right: "Drs. Umar Hasan, M.Si"}, "signature")
            self._put({left: "Hj. Rina Wati, S.E.", 2: "NIP. 19650812 199003 1 004"}, "signature")
            self._put({left: "NIP. 19700101 199503 2 001"}, "signature")
            return
        others: list[dict[int, Cell]] = [{left: "Hj. Rina Wati, S.E."}, {left: "Pembina Tk. I"},
                                         {left: "NIP. 19700101 199503 2 001"}]  # fmt: skip
        lines: list[Cell] = ["Drs. Umar Hasan, M.Si", "Pembina Utama Muda", "NIP. 19650812 199003 1 004"]
        for other, line in zip(others, lines, strict=True):
            self._put({**(other if both else {}), right: line}, "signature")

    def _legend(self) -> None:
        """Beside the table, an empty column between; it changes what no row is."""
        for number, row in enumerate(self.grid):
            row += ["", ""]
            if number in (self.style.titles + 2, self.style.titles + 3):
                row[-1] = "L = Laki-laki"
