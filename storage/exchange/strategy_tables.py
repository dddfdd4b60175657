"""What an export holds of the three years on a page: what stood on it, lines and channels, the quality list."""

from __future__ import annotations

from lundi.strategy.page import CHANNEL, FIRST_YEAR, HORIZON, LINE, LONGEST, LONGEST_TEXT, SHORTEST, VISION, is_kind
from lundi.words.language import gettext as _
from storage.exchange import json_values as values
from storage.exchange.columns import LONGEST_NAME, POSITION, Column, Table
from storage.exchange.json_values import Misfit, choice, filled, optional, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.exchange.columns import Row

_NUMBERS = {FIRST_YEAR: (values.FIRST_YEAR, values.LAST_YEAR), HORIZON: (SHORTEST, LONGEST)}


def _check_course(row: Row) -> None:
    kind, text = str(row["kind"]), str(row["text"])
    if not is_kind(kind):
        raise Misfit(_("{place}: nothing of that kind stands on the strategy's page.")).within(".kind")
    if kind in _NUMBERS:
        least, most = _NUMBERS[kind]
        if text not in map(str, range(least, most + 1)):
            raise Misfit(
                _("{place}: a whole number from {least} to {most} is expected, as a text."), least=least, most=most
            ).within(".text")
    elif kind != VISION and "\n" in text:
        raise Misfit(_("{place}: a text of one line is expected.")).within(".text")


STRATEGY_TABLES = (
    Table(
        "choice",
        "choices",
        (
            Column("id", values.ID),
            Column("kind", choice(LINE, CHANNEL)),
            Column("name", short(filled(values.LINE), LONGEST_NAME)),
            Column("added_on", values.DAY),
            Column("look_again_on", optional(values.DAY), None),
            Column("why", values.LINE, ""),
            Column("archived_on", optional(values.DAY), None),
        ),
        order=("added_on", "kind", "name", "id"),
    ),
    Table(
        "course",
        "course",
        (
            Column("kind", values.LINE),
            Column("from_day", values.DAY),
            Column("made_on", values.DAY),
            Column(
                "text",
                short(values.LINES, LONGEST_TEXT),
                "",
                points_by="kind",
                tables={LINE: "choice", CHANNEL: "choice"},
            ),
            Column("why", values.LINE, ""),
            Column("confirmed_on", optional(values.DAY), None),
        ),
        key=3,
        order=("from_day", "kind", "made_on"),
        check=_check_course,
    ),
    Table(
        "quality_item",
        "quality_list",
        (
            Column("id", values.ID),
            Column("text", filled(values.LINE)),
            Column("is_right", values.FLAG, 0),
            Column("position", POSITION),
            Column("archived_on", optional(values.DAY), None),
        ),
        order=("position", "id"),
    ),
)
