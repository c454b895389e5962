"""Rows that each revision of the store could hold, in the order in which they refer to each other."""

from __future__ import annotations

AGENCY = "INSERT INTO agencies (id, uuid, code, name, name_key, kind) VALUES"
POST = "INSERT INTO post_history (id, uuid, employee_id, effective_date, agency_id) VALUES"
RATING = "INSERT INTO performance_ratings (id, uuid, employee_id, year, rating) VALUES"
ACTION = "INSERT INTO disciplinary_actions (id, uuid, employee_id, effective_date, measure) VALUES"
INDEX = "INSERT INTO professionalism_index (id, uuid, employee_id, year, source, total) VALUES"
QUOTA = "INSERT INTO position_quotas (id, uuid, position_id, agency_id, effective_date) VALUES"
ITEM = "INSERT INTO standard_requirements (id, uuid, position_id, standard_id, ordering, kind, name, mandatory) VALUES"
STANDING = "INSERT INTO standing_history (id, uuid, employee_id, effective_date, standing) VALUES"
FILE = "INSERT INTO attachments (id, uuid, subject, subject_id, sha256, name, format, size) VALUES"
CERTIFICATE = "INSERT INTO certificates (id, uuid, employee_id, name, valid_until) VALUES"
CONTRACT = "INSERT INTO contracts (id, uuid, employee_id, effective_date, until) VALUES"
TRAINING = "INSERT INTO trainings (id, uuid, employee_id, name, name_key, jp, verified) VALUES"

# One row for each table that a revision brings, in the order in which they refer to each other.
ROWS = {
    "0001": (
        "INSERT INTO change_sets VALUES (1, 'c', 'edit', 'me', 'why', '2026-01-01', NULL, NULL, NULL, 1, 0, x'', '')",
        "INSERT INTO settings VALUES ('key', 'value')",
    ),
    "0002": (
        "INSERT INTO grades VALUES (1, 'g', '33', 'PNS', 'III/c', 'Penata', 11)",
        "INSERT INTO education_levels VALUES (1, 'e', '40', 'S-1', 8)",
    ),
    "0003": ("INSERT INTO retirement_ages VALUES (1, 'r', 'pelaksana', 58, '2023-10-31', 'UU 20/2023', 'berlaku')",),
    "0004": (
        f"{AGENCY} (1, 'a', '1.01', 'Dinas', 'dinas', 'agency')",
        "INSERT INTO employees (id, uuid, nip, name, kind) VALUES (1, 'p', '198503122010011001', 'Ani', 'PNS')",
        f"{POST} (1, 'h', 1, '0001-01-01', 1)",
    ),
    "0005": (f"{TRAINING} (1, 't', 1, 'Bimtek', 'bimtek', 20, 0)",),
    "0006": (
        "INSERT INTO employee_current (employee_id, name, nip, kind) VALUES (1, 'Ani', '198503122010011001', 'PNS')",
    ),
    "0007": ("INSERT INTO employees (id, uuid, nip, name, kind) VALUES (2, 'q', '2', 'Budi', 'PNS')",),
    "0008": ("INSERT INTO employees (id, uuid, nip, name, kind, note) VALUES (3, 'n', '3', 'Cici', 'PNS', 'Ket')",),
    "0009": (
        f"{RATING} (1, 'k', 1, 2025, 'Baik')",
        f"{ACTION} (1, 'd', 1, '2025-01-01', 'Teguran lisan')",
        f"{INDEX} (1, 'i', 1, 2025, 'BKN', 60)",
        "INSERT INTO positions VALUES (1, 'j', 'Arsiparis', 'arsiparis', '2', '', NULL, NULL)",
        "INSERT INTO position_standards (id, uuid, position_id, effective_date) VALUES (1, 's', 1, '0001-01-01')",
        f"{QUOTA} (1, 'b', 1, 1, '0001-01-01')",
    ),
    "0010": (
        "INSERT INTO former_nips VALUES (1, 'f', 1, '198503122010011009')",
        "INSERT INTO different_people VALUES (1, 'd', '198503122010011001', '2')",
        f"{STANDING} (1, 'l', 1, '2010-01-01', 'Aktif')",
    ),
    "0011": (
        f"{FILE} (1, 'o', 'post_history', 1, 'ab', 'SK.pdf', 'pdf', 9)",
        f"{CERTIFICATE} (1, 'c', 1, 'Barang/jasa', '2027-01-01')",
        f"{CONTRACT} (1, 'k', 1, '2025-01-01', '2029-12-31')",
    ),
    "0012": (
        "INSERT INTO data_findings VALUES ('2026-01-01', 33, 1, 1, 'COM_1', 0)",
        "INSERT INTO health_figures VALUES (1, '2026-01-01', 1, 'COM_1', 9, 1, 0)",
    ),
    "0013": ("INSERT INTO absences (id, uuid, employee_id, noticed_on) VALUES (1, 'a', 1, '2026-01-01')",),
    "0014": (
        f"{AGENCY} (2, 'b', NULL, 'Bidang', 'bidang', 'unit')",
        "INSERT INTO agency_names VALUES (1, 'n', 1, 'Kantor', 'kantor', '2023-01-01')",
        "INSERT INTO agency_codes VALUES (1, 'c', 1, '1.1', '2023-01-01')",
        "INSERT INTO agency_parents VALUES (1, 'p', 2, NULL, '2023-01-01')",
        "INSERT INTO agency_successors VALUES (1, 's', 2, 1, '2026-01-01')",
        "INSERT INTO agency_contacts VALUES (1, 'k', 1, 'head', 1, NULL, NULL, NULL)",
        "INSERT INTO agency_targets VALUES (1, 't', 1, 2026, 'jp_mean', 20, NULL)",
        "INSERT INTO agency_commitments VALUES (1, 'm', 1, '2026-01-02', 'Kepala', '1/2026', 'Pakta')",
        "INSERT INTO submission_calls VALUES (1, 'a', 'trainings', '2026', 2026, '2026-01-01', '2026-12-31', NULL)",
        "INSERT INTO agency_submissions VALUES (1, 's', 1, 1, 'BELUM', NULL, NULL)",
    ),
    "0015": (
        f"{ITEM} (1, 'r', 1, 1, 0, 'training', 'PKA', 1)",
        "INSERT INTO positions VALUES (2, 'k', 'Arsiparis Mahir', 'arsiparis mahir', '2', '', NULL, NULL)",
        "INSERT INTO career_steps VALUES (1, 's', 1, 2, NULL)",
        "INSERT INTO competencies VALUES (1, 'c', 'M1', 'managerial', 'Integritas', '2017-01-01', 'x', 'y')",
        "INSERT INTO person_gaps VALUES (1, 1, 1, 'training', 'PKA', 1, 'missing')",
    ),
    "0016": (
        "INSERT INTO training_facets VALUES (2025, 'B3', 1, 'SIMPEG', 1)",
        "INSERT INTO training_titles VALUES ('Bimtek', 'BPSDM', 1)",
        "INSERT INTO training_numbers VALUES ('8001', 1)",
    ),
    "0017": (
        (
            "INSERT INTO trainings (id, uuid, employee_id, name, name_key, verified, day_count) "
            "VALUES (9, 'd', 1, 'Seminar', 'seminar', 0, 2)"
        ),
    ),
    "0018": (
        (
            "INSERT INTO competency_assessments (id, uuid, employee_id, assessed_on, competency, level) "
            "VALUES (1, 'a', 1, '2025-08-20', 'Integritas', 3)"
        ),
    ),
    "0019": ("INSERT INTO standings VALUES ('retired', 'left')",),
}
