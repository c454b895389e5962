"""What a writing use-case touched, so that each page can decide for itself what to load again."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """Subjects that a use-case touched, and the change set under which it did."""

    change_set: int | None = None
    agencies: bool = False
    employees: bool = False
    positions: bool = False
    trainings: bool = False
    study_needs: bool = False
    regulations: bool = False
    attachments: bool = False

    @classmethod
    def everything(cls) -> Changes:
        """All subjects: another store stands in the place of the one that was read."""
        return cls(None, *(True for _ in fields(cls)[1:]))

    @classmethod
    def of_tables(cls, change_set: int, tables: set[str]) -> Changes:
        """The subjects to which these tables belong."""
        return cls(
            change_set=change_set,
            agencies=any(name.startswith(("agenc", "submission_")) for name in tables),
            employees=bool(
                tables & {"employees", "grade_history", "post_history", "education_history", "standing_history"}
                | tables & {"former_nips", "different_people"}
                | tables & {"performance_ratings", "disciplinary_actions", "professionalism_index"}
                | tables & {"certificates", "competency_assessments", "contracts", "absences"}
            ),
            positions=bool(
                tables & {"positions", "position_standards", "position_quotas", "study_programmes"}
                | tables & {"standard_requirements", "career_steps", "competencies"}
            ),
            trainings="trainings" in tables,
            study_needs=bool(tables & {"study_plans", "study_needs", "study_need_heads"}),
            attachments="attachments" in tables,
        )
