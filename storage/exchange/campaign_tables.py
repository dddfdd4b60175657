"""What an export holds of campaigns: their cards and endings, their measures, and what was learned beside them."""

from __future__ import annotations

from lundi.campaign.campaign import ADAPT, LONGEST_MESSAGE, NO, PARTLY, PROGRAMME, REPEAT, STOP, YES
from lundi.habits.rhythms import MOST_WEEKS
from lundi.words.language import gettext as _
from storage.exchange import json_values as values
from storage.exchange.columns import LONGEST_NAME, POSITION, Column, Table
from storage.exchange.json_values import Misfit, choice, filled, optional, short, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.exchange.columns import Row

_CENTS = whole(0, 1_000_000_000)
_CLIENTS = whole(0, 1_000_000)
_NAME = short(filled(values.LINE), LONGEST_NAME)
_A_DAY = optional(values.DAY)
_MESSAGE = short(values.LINES, LONGEST_MESSAGE)


def _check_campaign(row: Row) -> None:
    if (row["closed_on"] is None) != (row["verdict"] == ""):
        raise Misfit(_("{place}: a campaign has a verdict when it is closed, and only then.")).within(".verdict")
    if row["closed_on"] is not None and row["started_on"] is None:
        raise Misfit(_("{place}: a closed campaign needs the day it was started.")).within(".started_on")
    if row["started_on"] is not None:
        for name in ("starts_on", "ends_on"):
            if row[name] is None:
                raise Misfit(_("{place}: a campaign that was started needs this day.")).within(f".{name}")
    if row["starts_on"] is not None and row["ends_on"] is not None and str(row["ends_on"]) < str(row["starts_on"]):
        raise Misfit(_("{place}: a day that is not before starts_on is expected.")).within(".ends_on")


_HABITS = Table(
    "campaign_habit",
    "habits",
    (Column("campaign_id", values.ID, points_to="campaign"), Column("habit_id", values.ID, points_to="habit")),
    key=2,
    csv="campaign_habits",
)
_VALUES = Table(
    "measure_value",
    "values",
    (
        Column("measure_id", values.ID, points_to="measure"),
        Column("day", values.DAY),
        Column("value", values.FIGURE),
    ),
    key=2,
    csv="measure_values",
)

CAMPAIGN_TABLES = (
    Table(
        "campaign",
        "campaigns",
        (
            Column("id", values.ID),
            Column("name", _NAME),
            Column("added_on", values.DAY),
            Column("parent_id", optional(values.ID), None, points_to="campaign"),
            Column("goal", values.LINE, ""),
            Column("offer", values.LINES, ""),
            Column("audience", values.LINE, ""),
            Column("reader", values.LINE, ""),
            Column("line_id", optional(values.ID), None, points_to="choice"),
            Column("channel_id", optional(values.ID), None, points_to="choice"),
            Column("starts_on", _A_DAY, None),
            Column("ends_on", _A_DAY, None),
            Column("enough", values.LINE, ""),
            Column("attempt", values.LINE, ""),
            Column("spent", _CENTS, 0),
            Column("message", _MESSAGE, ""),
            Column("first_draft", _MESSAGE, ""),
            Column("for_me", values.LINE, ""),
            Column("so_what", values.LINE, ""),
            Column("what_now", values.LINE, ""),
            Column("started_on", _A_DAY, None),
            Column("started_anyway", values.LINE, ""),
            Column("hides_weakness", choice("", YES, NO), ""),
            Column("first_end", _A_DAY, None),
            Column("lengthened_why", values.LINE, ""),
            Column("closed_on", _A_DAY, None),
            Column("verdict", choice("", STOP, REPEAT, ADAPT, PROGRAMME), ""),
            Column("reached", choice("", YES, PARTLY, NO), ""),
            Column("new_clients", optional(_CLIENTS), None),
            Column("lesson", values.LINE, ""),
            Column("attempt_worked", choice("", YES, NO), ""),
            Column("archived_on", _A_DAY, None),
        ),
        order=("added_on", "id"),
        parts=(_HABITS,),
        check=_check_campaign,
    ),
    Table(
        "focus",
        "focus",
        (
            Column("kind", choice("campaign")),
            Column("target_id", values.ID, points_by="kind", tables={"campaign": "campaign"}),
        ),
    ),
    Table(
        "measure",
        "measures",
        (
            Column("id", values.ID),
            Column("campaign_id", values.ID, points_to="campaign"),
            Column("position", POSITION),
            Column("name", _NAME),
            Column("start", values.FIGURE, 0),
            Column("target", values.FIGURE),
            Column("archived_on", _A_DAY, None),
        ),
        order=("campaign_id", "position", "id"),
        parts=(_VALUES,),
    ),
    Table(
        "programme",
        "programmes",
        (
            Column("campaign_id", values.ID, points_to="campaign"),
            Column("name", _NAME),
            Column("every", whole(1, MOST_WEEKS)),
            Column("from_day", values.DAY),
            Column("check_on", values.DAY),
            Column("archived_on", _A_DAY, None),
        ),
    ),
    Table(
        "irritant",
        "irritants",
        (
            Column("id", values.ID),
            Column("text", filled(values.LINE)),
            Column("line_id", optional(values.ID), None, points_to="choice"),
            Column("day", values.DAY),
            Column("mended_on", _A_DAY, None),
        ),
        order=("day", "id"),
    ),
    Table(
        "one_off_try",
        "one_off_tries",
        (
            Column("id", values.ID),
            Column("day", values.DAY),
            Column("text", filled(values.LINE)),
            Column("result", values.LINE, ""),
            Column("lesson", values.LINE, ""),
            Column("archived_on", _A_DAY, None),
        ),
        order=("day", "id"),
    ),
)
