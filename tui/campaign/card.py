"""Asking for a campaign: beginning one, changing its card, saying which habits carry it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from textual.screen import Screen

from lundi.campaign.campaign import Campaign, Plan, has_two_offers, starts_far_away, which_offer
from lundi.campaign.measures import Measure
from lundi.strategy.page import AUDIENCE, CHANNEL, LINE, MISSION
from lundi.time.days import Moment, parse_coming_day, parse_last_day
from lundi.time.formats import day_numeric, day_short
from lundi.time.weeks import DAYS
from lundi.words import money
from lundi.words.amounts import ONE
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.marks import MET, PLANNED
from storage.campaign.intents import carry_by, draft_campaign, edit_campaign, present_campaign
from storage.campaign.rows import read_campaigns
from storage.store import Store
from storage.strategy.intents import change_course, read_strategy
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import CLOSES, STAYS, Act, Entry, ListScreen

_EMPTY, _SMALL, _NEWSLETTER = "empty", "small", "newsletter"  # what a campaign is begun with
_MOST = 99  # issues, or weeks between two
Begun = Callable[[str], None]  # gets the id of a campaign that was begun


def mission_first(desk: Desk) -> Dialog:
    """What is asked once before the first campaign; an empty line passes (D08)."""

    def submit(texts: Texts) -> str | None:
        text = texts["mission"].strip()
        return desk.perform(lambda store, now: change_course(store, MISSION, text, now)) if text else None

    return Dialog(
        _("First: why do you do this work?"),
        [Field("mission", "", example=_("no craftsman is to meet a hole in the till on a Friday evening"))],
        submit,
        hint=_("One sentence; it holds you when you want to give up. An empty line is for later."),
        kept=Kept(desk, f"course/{MISSION}"),
    )


def templates(desk: Desk, begun: Begun) -> ListScreen:
    """What a campaign may be begun with."""
    entries = [
        Entry(_EMPTY, _("An empty card"), _("five questions")),
        Entry(_SMALL, _("A small one"), _small_enough()),
        Entry(_NEWSLETTER, _("A newsletter"), _("so many issues, then it ends")),
    ]
    return ListScreen(
        _("Begin a campaign"),
        lambda: entries,
        [Act("enter", _("choose"), lambda template: _new_card(desk, template, begun))],
        empty="",
    )


def carriers(desk: Desk, campaign: Campaign) -> ListScreen:
    """Which habits carry a campaign (H01); space joins one to it, or takes it off."""

    def read() -> list[Entry]:
        ids = present_campaign(desk.store, campaign).habit_ids
        return [
            Entry(habit.id, f"{MET if habit.id in ids else PLANNED} {habit.name}")
            for habit in desk.store.habits()
            if habit.archived_on is None
        ]

    def toggle(habit_id: str) -> str | None:
        def change(store: Store, now: Moment) -> None:
            present = present_campaign(store, campaign).habit_ids
            others = [one for one in present if one != habit_id]
            carry_by(store, campaign, others if len(others) < len(present) else [*others, habit_id], now)

        return desk.perform(change)

    return ListScreen(
        _("Which habit carries it?"),
        read,
        [
            Act("space", _("choose"), toggle, STAYS),
            Act("enter", _("done"), lambda _id: None, CLOSES, needs_entry=False),
        ],
        empty=_("No habit yet. On the Week, `a` adds one."),
    )


def _new_card(desk: Desk, template: str, begun: Begun) -> Dialog:
    """The card of a new campaign: five fields are enough (F12)."""
    page = read_strategy(desk.store, desk.today)
    asked: list[str] = []  # once the smaller first piece was asked for

    def draft(store: Store, now: Moment, texts: Texts) -> str:
        first = _first_day(texts, now)
        plan = Plan(
            texts["name"],
            texts["goal"],
            texts["offer"].replace(LINE_BREAK, "\n"),
            texts["audience"],
            line=page.text(LINE),
            channel=texts["channel"],
            starts_on=first if texts["from"].strip() else None,
            ends_on=_last_day(texts, first, now.day),
            enough=texts.get("enough", ""),
        )
        _refuse_two_offers(plan)
        if not asked and starts_far_away(plan, now.day) and not texts["piece"].strip():
            asked.append("piece")
            raise NotUnderstood(_first_piece(first, now))
        measures = _measures(template, texts, first, now.day)
        return draft_campaign(store, plan, now, measures=measures, first_piece=texts["piece"])

    def submit(texts: Texts) -> str | Screen[None] | None:
        ids: list[str] = []
        refusal = desk.perform(lambda store, now: ids.append(draft(store, now, texts)))
        if refusal is not None:
            return refusal
        begun(ids[0])
        with desk.told():  # it is begun, whatever comes now
            for campaign in read_campaigns(desk.store):
                if campaign.id == ids[0]:
                    return carriers(desk, campaign)
        return None

    proposed = page.text(CHANNEL)
    fields = [
        Field("goal", _("goal"), example=_("three new clients sent by a client")),
        Field("offer", _("offer"), example=_("one sentence with a price or a first step")),
        Field("audience", _("for whom"), page.text(AUDIENCE), _("craftsmen, two to eight employees"), replaces=True),
        Field("channel", _("channel"), proposed, _("word of mouth"), replaces=True),
        Field("until", _("until"), example=_("11/12, or 6w for six weeks")),
        Field("name", _("name"), example=_("empty: the goal is its name")),
        Field("from", _("from"), example=_("empty: the day it is started")),
        Field("piece", _("a first piece, now"), example=_("one page, one e-mail")),
    ]
    if template == _SMALL:
        fields.insert(5, Field("enough", _("enough when"), _small_enough()))
    if template == _NEWSLETTER:
        fields[4:4] = [Field("every", _("every … weeks"), "2", replaces=True), Field("issues", _("issues"), "", "6")]
    return Dialog(
        _("A campaign"),
        fields,
        submit,
        kept=Kept(desk, f"campaign/{template}"),
        describe=lambda texts: _meaning(template, texts, desk.now),
    )


def edit_card(desk: Desk, campaign: Campaign) -> Dialog:
    """Everything that can be said of a campaign."""
    plan = campaign.plan
    start, end = (day_numeric(day) if day else "" for day in (plan.starts_on, plan.ends_on))

    def edited(now: Moment, texts: Texts) -> Plan:
        first = plan.starts_on if texts["from"].strip() == start else _day(texts["from"], now)
        until = texts["until"].strip()
        last = plan.ends_on if until == end else parse_last_day(until, first or now.day, now.day) if until else None
        wanted = Plan(
            texts["name"],
            texts["goal"],
            texts["offer"].replace(LINE_BREAK, "\n"),
            texts["audience"],
            texts["reader"],
            texts["line"],
            texts["channel"],
            first,
            last,
            texts["enough"],
            texts["attempt"],
            money.parse(texts["spent"]),
        )
        _refuse_two_offers(wanted)
        return wanted

    def submit(texts: Texts) -> str | Screen[None] | None:
        refusal = desk.perform(lambda store, now: edit_campaign(store, campaign, edited(now, texts), now))
        asks_habit = texts["goal"].strip() != plan.goal and not campaign.habit_ids
        return carriers(desk, campaign) if refusal is None and asks_habit else refusal

    fields = [
        Field("name", _("name"), plan.name),
        Field("goal", _("goal"), plan.goal, _("three new clients sent by a client")),
        Field(
            "offer", _("offer"), plan.offer.replace("\n", LINE_BREAK), _("one sentence with a price or a first step")
        ),
        Field("audience", _("for whom"), plan.audience, _("craftsmen, two to eight employees")),
        Field("reader", _("written for"), plan.reader, _("one person you know")),
        Field("line", _("line"), plan.line, hint=_("one line of products or services")),
        Field("channel", _("channel"), plan.channel, _("word of mouth")),
        Field("from", _("from"), start, _("empty: the day it is started")),
        Field("until", _("until"), end, _("11/12, or 6w for six weeks")),
        Field("enough", _("enough when"), plan.enough, _small_enough()),
        Field("attempt", _("this time I try"), plan.attempt, _("asking two days later, not on the day")),
        Field("spent", _("spent"), money.shown(plan.spent) if plan.spent else "", money.shown(0)),
    ]
    return Dialog(_("The card of a campaign"), fields, submit, kept=Kept(desk, f"campaign/{campaign.id}"))


def _small_enough() -> str:
    return _("one or two e-mails, three posts, one page")


def _measures(template: str, texts: Texts, first: date, today: date) -> list[Measure]:
    """What a template measures."""
    if template == _SMALL:
        return [
            Measure("", _("e-mails"), 0, 2 * ONE),
            Measure("", _("posts"), 0, 3 * ONE),
            Measure("", _("pages"), 0, ONE),
        ]
    if template == _NEWSLETTER:
        return [Measure("", _("issues"), 0, _newsletter(texts, first, today)[0] * ONE)]
    return []


def _last_day(texts: Texts, first: date, today: date) -> date | None:
    if "issues" in texts:
        return _newsletter(texts, first, today)[1]
    return parse_last_day(texts["until"], first, today) if texts["until"].strip() else None


def _newsletter(texts: Texts, first: date, today: date) -> tuple[int, date]:
    """How many issues and the last day, from the one or the other. NotUnderstood without either (F23)."""
    every = _count(texts["every"] or "1")
    until = parse_last_day(texts["until"], first, today) if texts["until"].strip() else None
    if texts["issues"].strip():
        issues = _count(texts["issues"])
        last = first + timedelta(weeks=every) * (issues - 1)
        if until is not None and until < last:
            sentence = _("{count} issues last until {day}. Fewer issues, or a later end?")
            raise NotUnderstood(sentence.format(count=issues, day=day_short(last)))
        return issues, until or last
    if until is None:
        raise NotUnderstood(_("A newsletter ends too. After how many issues, or on which day?"))
    return max(0, (until - first).days) // (every * DAYS) + 1, until


def _count(text: str) -> int:
    word = text.strip()
    if not (word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= _MOST and len(word) <= 3):
        raise NotUnderstood(
            _("'{text}' is no such number. A whole one from 1 to {most}.").format(text=word, most=_MOST)
        )
    return int(word)


def _meaning(template: str, texts: Texts, now: Moment) -> str:
    """What the card says so far: how long a newsletter goes on; that a start far away wants a smaller piece now."""
    try:
        first = _first_day(texts, now)
        if starts_far_away(Plan("", starts_on=first), now.day) and not texts["piece"].strip():
            return _first_piece(first, now)
        if template == _NEWSLETTER and (texts["issues"].strip() or texts["until"].strip()):
            issues, last = _newsletter(texts, first, now.day)
            sentence = ngettext("{count} issue, until {day}", "{count} issues, until {day}", issues)
            return sentence.format(count=issues, day=day_short(last))
    except NotUnderstood:
        pass
    if template == _NEWSLETTER:
        return _("The number of issues, or the end: one of the two is needed.")
    return _("The first five are enough to start. Everything else can wait.")


def _first_piece(first: date, now: Moment) -> str:
    """What is asked where the start is far away (F13)."""
    sentence = _("It starts in {days} days. What smaller piece could be out now? It may stay empty.")
    return sentence.format(days=(first - now.day).days)


def _first_day(texts: Texts, now: Moment) -> date:
    return _day(texts["from"], now) or now.day


def _day(text: str, now: Moment) -> date | None:
    return parse_coming_day(text, now.day) if text.strip() else None


def _refuse_two_offers(plan: Plan) -> None:
    if has_two_offers(plan.offer):
        raise NotUnderstood(which_offer())
