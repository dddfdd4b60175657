"""The sample year's three years on a page, its campaigns, and what was tried and learned beside them."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

from lundi.strategy.page import CHANNEL, FIRST_YEAR, LINE
from lundi.words.amounts import ONE
from storage.campaign.focus import CAMPAIGN
from storage.sample.data import FIRST_WEEK, FRIDAY, MONDAY, Data, SampleData, id_of, insert_row

_CENTS = 100
_NOT_KINDS = ("from", "why")  # keys of a stage of the course that are no kind of the page


def write_strategy(connection: sqlite3.Connection, sample: SampleData) -> None:
    """Lines and channels, everything that has stood on the page, the quality list."""
    first_day = sample.day(FIRST_WEEK, MONDAY)
    for choice in sample.data["choices"]:
        look_again = choice.get("look_again_on")
        insert_row(
            connection,
            "choice",
            id=id_of("choice", choice["id"]),
            kind=choice["kind"],
            name=sample.text(choice["name"]),
            added_on=first_day.isoformat(),
            look_again_on=sample.day(*look_again).isoformat() if look_again else None,
            why=sample.some_text(choice, "why"),
        )
    for stage in sample.data["course"]:
        day = sample.day(*stage["from"]).isoformat()
        for kind in (key for key in stage if key not in _NOT_KINDS):
            text = _course_text(sample, kind, stage[kind])
            why = sample.some_text(stage, "why")
            insert_row(connection, "course", kind=kind, from_day=day, text=text, made_on=day, why=why)
    for number, item in enumerate(sample.data["quality_list"], 1):
        insert_row(
            connection,
            "quality_item",
            id=id_of("quality", str(number)),
            text=sample.text(item["text"]),
            is_right=item["right"],
            position=number,
        )


def write_campaigns(connection: sqlite3.Connection, sample: SampleData) -> None:
    """Campaigns with their measures, what became of them, irritants and one-off tries."""
    for campaign in sample.data["campaigns"]:
        _write_campaign(connection, sample, campaign)
        _write_measures(connection, sample, campaign)
        if "programme" in campaign:
            _write_programme(connection, sample, campaign)
        if "verdict" not in campaign:
            insert_row(connection, "focus", kind=CAMPAIGN, target_id=id_of("campaign", campaign["id"]))
    for number, irritant in enumerate(sample.data["irritants"]):
        insert_row(
            connection,
            "irritant",
            id=id_of("irritant", str(number)),
            text=sample.text(irritant["text"]),
            line_id=id_of("choice", irritant["line"]),
            day=sample.day(*irritant["date"]).isoformat(),
        )
    for number, tried in enumerate(sample.data["tries"]):
        texts = {name: sample.text(tried[name]) for name in ("text", "result", "lesson")}
        insert_row(
            connection,
            "one_off_try",
            id=id_of("try", str(number)),
            day=sample.day(*tried["date"]).isoformat(),
            **texts,
        )


def _course_text(sample: SampleData, kind: str, text: str) -> str:
    if kind in (LINE, CHANNEL):
        return id_of("choice", text)
    return text if kind == FIRST_YEAR else sample.text(text)


def _write_campaign(connection: sqlite3.Connection, sample: SampleData, campaign: Data) -> None:
    campaign_id = id_of("campaign", campaign["id"])
    start, end = (sample.day(*campaign[name]) for name in ("from", "to"))
    names = ("name", "reader", "goal", "offer", "message", "first_draft", "enough", "attempt", "lesson")
    answers = map(sample.text, campaign.get("answers", ()))
    insert_row(
        connection,
        "campaign",
        id=campaign_id,
        audience=sample.text(sample.data["course"][0]["audience"]),
        **{name: sample.some_text(campaign, name) for name in names},
        **dict(zip(("for_me", "so_what", "what_now"), answers, strict=False)),
        **{name: campaign.get(name, "") for name in ("attempt_worked", "hides_weakness", "verdict", "reached")},
        line_id=id_of("choice", campaign["line"]),
        channel_id=id_of("choice", campaign["channel"]),
        parent_id=id_of("campaign", campaign["parent"]) if "parent" in campaign else None,
        added_on=(start - timedelta(campaign["prep_days"])).isoformat(),
        starts_on=start.isoformat(),
        started_on=start.isoformat(),
        ends_on=end.isoformat(),
        closed_on=_closed_on(sample, campaign) if "verdict" in campaign else None,
        new_clients=campaign.get("new_clients"),
        spent=campaign["spent"] * _CENTS,
    )
    for habit in campaign["habits"]:
        insert_row(connection, "campaign_habit", campaign_id=campaign_id, habit_id=id_of("habit", habit))


def _write_measures(connection: sqlite3.Connection, sample: SampleData, campaign: Data) -> None:
    first_week, end = campaign["from"][0], sample.day(*campaign["to"])
    for number, measure in enumerate(campaign["measures"], 1):
        measure_id = id_of("measure", campaign["id"], str(number))
        insert_row(
            connection,
            "measure",
            id=measure_id,
            campaign_id=id_of("campaign", campaign["id"]),
            position=number,
            name=sample.text(measure["name"]),
            start=measure["start"] * ONE,
            target=measure["target"] * ONE,
        )
        weekly = {sample.day(week, FRIDAY): value for week, value in enumerate(measure.get("by_week", ()), first_week)}
        for day, value in (weekly or {end: measure["now"]}).items():
            insert_row(connection, "measure_value", measure_id=measure_id, day=day.isoformat(), value=value * ONE)


def _write_programme(connection: sqlite3.Connection, sample: SampleData, campaign: Data) -> None:
    programme = campaign["programme"]
    insert_row(
        connection,
        "programme",
        campaign_id=id_of("campaign", campaign["id"]),
        name=sample.text(programme["name"]),
        every=programme["every"],
        from_day=_closed_on(sample, campaign),
        check_on=sample.day(*programme["check_on"]).isoformat(),
    )


def _closed_on(sample: SampleData, campaign: Data) -> str:
    """The Monday after its end."""
    return sample.day(campaign["to"][0] + 1, MONDAY).isoformat()
