"""A campaign's figures: where its measures stand, what is measured, and a later end."""

from __future__ import annotations

from lundi.campaign.campaign import Campaign, latest_end
from lundi.campaign.measures import Measure
from lundi.numbers import MEASURES_AT_MOST
from lundi.time.days import Moment, parse_last_day
from lundi.time.formats import day_short
from lundi.words import amounts
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from storage.campaign.intents import define_measures, lengthen, write_values
from storage.store import Store
from tui.campaign import bars as campaign_bars
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept


def standing(desk: Desk, campaign: Campaign) -> Dialog:
    """Where the measures stand today, with what each was week by week."""

    def write(store: Store, now: Moment, texts: Texts) -> None:
        values = {measure.id: _amount(texts[f"now{number}"]) for number, measure in enumerate(campaign.measures)}
        changed = {one.id: values[one.id] for one in campaign.measures if values[one.id] != one.now}
        if changed:
            write_values(store, campaign, changed, now)

    return Dialog(
        _("Where do the measures stand?"),
        [
            Field(f"now{number}", measure.name, amounts.shown(measure.now), replaces=True,
                  hint=_so_far(desk, campaign, measure), check=_amount)
            for number, measure in enumerate(campaign.measures)
        ],
        lambda texts: desk.perform(lambda store, now: write(store, now, texts)),
        kept=Kept(desk, f"measures/{campaign.id}"),
    )  # fmt: skip


def _so_far(desk: Desk, campaign: Campaign, measure: Measure) -> str:
    weeks = campaign_bars.week_line(campaign, measure, desk.today) if campaign.started_on else ""
    figures = _("from {start} to {target}").format(
        start=amounts.shown(measure.start), target=amounts.shown(measure.target)
    )
    return f"{weeks}  {figures}" if weeks else figures


def define(desk: Desk, campaign: Campaign) -> Dialog:
    """What is measured: one to three, each with a name, where it starts and where it is to get (F27)."""
    present = [*campaign.measures, *[None] * MEASURES_AT_MOST][:MEASURES_AT_MOST]

    def write(store: Store, now: Moment, texts: Texts) -> None:
        measures = []
        for number, measure in enumerate(present):
            name, start, target = (texts[f"{part}{number}"].strip() for part in ("name", "from", "to"))
            if name or (not measure and target):
                from_, to = _amount(start or "0"), _amount(target)
                measures.append(Measure(measure.id if measure else "", name, from_, to))
        define_measures(store, campaign, measures, now)

    fields = []
    examples = (_("appointments"), _("people sent"), _("new clients"))
    for number, measure in enumerate(present):
        start, target = (amounts.shown(measure.start), amounts.shown(measure.target)) if measure else ("", "")
        fields += [
            Field(f"name{number}", str(number + 1), measure.name if measure else "", examples[number]),
            Field(f"from{number}", _("starts at"), start, "0"),
            Field(f"to{number}", _("aims at"), target),
        ]
    return Dialog(
        _("What is measured? One to three figures"),
        fields,
        lambda texts: desk.perform(lambda store, now: write(store, now, texts)),
        hint=_("Looked at once a week. An empty name takes a measure away."),
        kept=Kept(desk, f"measured/{campaign.id}"),
    )


def lengthening(desk: Desk, campaign: Campaign) -> Dialog:
    """A later end, once, with its reason. Refused where it isn't possible any more."""
    latest = latest_end(campaign)
    first = campaign.plan.starts_on or desk.today

    def write(store: Store, now: Moment, texts: Texts) -> None:
        lengthen(store, campaign, parse_last_day(texts["until"], first, now.day), texts["why"], now)

    return Dialog(
        _("A later end for {name}").format(name=campaign.name),
        [
            Field(
                "until",
                _("until"),
                example=day_short(latest),
                check=lambda text: parse_last_day(text, first, desk.today),
            ),
            Field("why", _("reason"), example=_("the trade fair was put off by two weeks")),
        ],
        lambda texts: desk.perform(lambda store, now: write(store, now, texts)),
        hint=_("Once only, until {day} at the latest.").format(day=day_short(latest)),
        kept=Kept(desk, f"later-end/{campaign.id}"),
    )


def _amount(text: str) -> int:
    amount = amounts.decimal(text.strip())
    if amount is None:
        raise NotUnderstood(_("'{text}' is no number. Examples: 3, 2.5.").format(text=text.strip()))
    return amount
