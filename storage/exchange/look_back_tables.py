"""What an export holds of Mondays: weeks as they were looked back on, why habits were missed, the quarterly check."""

from __future__ import annotations

from lundi.habits.misses import REASONS
from lundi.habits.reviews import KEEP, LEAST_CONFIDENT, MOST_CONFIDENT, MOST_PEOPLE, MOST_SALES, VERDICTS
from lundi.words.language import gettext as _
from storage.exchange import json_values as values
from storage.exchange.columns import Column, Table
from storage.exchange.json_values import Misfit, choice, optional, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.exchange.columns import Row

_PEOPLE = optional(whole(0, MOST_PEOPLE))
_SCALE = whole(LEAST_CONFIDENT, MOST_CONFIDENT)


def _check_verdict(row: Row) -> None:
    if row["verdict"] != KEEP and not row["why"]:
        raise Misfit(_("{place}: another course needs its reason.")).within(".why")


LOOK_BACK_TABLES = (
    Table(
        "review",
        "reviews",
        (
            Column("week", values.WEEK),
            Column("proud", values.LINE, ""),
            Column("worked", values.LINE, ""),
            Column("did_not", values.LINE, ""),
            Column("better", values.LINE, ""),
            Column("contacts", _PEOPLE, None),
            Column("meetings", _PEOPLE, None),
            Column("sales", optional(whole(0, MOST_SALES)), None),
            Column("confidence", optional(_SCALE), None),
        ),
    ),
    Table(
        "miss",
        "misses",
        (
            Column("week", values.WEEK),
            Column("habit_id", values.ID, points_to="habit"),
            Column("reason", choice(*REASONS)),
        ),
        key=2,
    ),
    Table(
        "thought",
        "thoughts",
        (
            Column("habit_id", values.ID, points_to="habit"),
            Column("week", values.WEEK),
            Column("answer", _SCALE),
        ),
        key=2,
        order=("week", "habit_id"),
    ),
    Table(
        "quarter_check",
        "quarterly_checks",
        (
            Column("week", values.WEEK),
            Column("verdict", choice(*VERDICTS)),
            Column("why", values.LINE, ""),
        ),
        check=_check_verdict,
    ),
)
