"""On how many days a training was held, where that is fewer than from its first to its last."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("trainings", sa.Column("day_count", sa.Integer(), nullable=True))
