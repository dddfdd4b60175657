"""The questions of the first run: what each asks, shows of the file, and writes."""

from __future__ import annotations

import json
import re
from datetime import date

from lundi.campaign.campaign import Plan, has_two_offers, which_offer
from lundi.habits.starters import channels
from lundi.settings import LANGUAGE, SETTINGS
from lundi.strategy.mission import flagged
from lundi.strategy.page import CHANNEL, LABELS, LINE, MISSION, VISION
from lundi.time.days import Moment, parse_last_day
from lundi.time.formats import day_numeric
from lundi.words import language
from lundi.words.errors import Refused
from lundi.words.language import N_
from lundi.words.language import gettext as _
from lundi.words.text import clean, fold
from storage.first_run.answers import (
    FOLLOWING,
    put_campaign,
    put_channel,
    put_first_thing,
    put_lines,
    read_begun,
    read_first_thing,
    smallest,
)
from storage.settings import change_settings
from storage.store import Store
from storage.strategy.intents import NO_REASON, Reason, change_course, read_mission, read_strategy
from tui.first_run.habits import CAMPAIGN, habits_question
from tui.kit.fields.area import Area
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.fields.pick_list import OneOf, Row
from tui.kit.screens.question_page import Kept, Question

LAST = 7
HABITS = 6
_THING = "thing"  # kept beside the answers: the id of the first thing to make
_GIVEN = "campaign-given"  # and what the campaign had without being asked for it
_AND, _APART = ", ", re.compile(r"([,;\n⏎])")  # between the names of lines


def question(number: int, store: Store, now: Moment, kept: Kept) -> Question:
    """The question of that number, with what the file has of its answer already, or what was typed over it since."""
    typed = {field.partition(".")[2]: text for field, text in kept.items() if field.startswith(f"{number}.")}
    return _QUESTIONS[number](store, now, kept, typed)


def _language(_store: Store, _now: Moment, _kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        change_settings(store, {LANGUAGE: texts["language"]}, now)
        return {}

    given = language.given_by()
    return Question(
        _("Français or English?"),
        SETTINGS[LANGUAGE].label,
        [
            Field(
                "language",
                "",
                typed.get("language", language.current()),
                choices=(("fr", "Français"), ("en", "English")),
            )
        ],
        answer,
        lead=_("Seven small questions, less than five minutes. None has to be answered; what you skip can wait."),
        left_empty=_("To look around first, leave and type 'lundi demo': a whole invented year, in a file of its own."),
        keys=(("← →", _("choose")),),
        remark=lambda _texts: (
            _("{given} rules here; what you choose counts without it").format(given=given) if given else ""
        ),
    )


def _mission(store: Store, _now: Moment, _kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        change_course(store, MISSION, texts["mission"], now)
        return {}

    def remark(texts: Texts) -> str:
        words = flagged(texts["mission"])
        return (
            _("About size or rank: {words}. What does it do for others?").format(words=", ".join(words))
            if words
            else ""
        )

    example = _("A window cleaner: we treat the houses we enter as if they were our own.")
    return Question(
        _("Why do you do this work, in one sentence?"),
        LABELS[MISSION],
        [Field("mission", "", typed.get("mission", read_mission(store)), example)],
        answer,
        left_empty=_("Left empty, it is asked again before the first campaign."),
        remark=remark,
    )


def _vision(store: Store, now: Moment, _kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        change_course(store, VISION, texts["vision"], now, _again(store, VISION, now))
        return {}

    page = read_strategy(store, now.day)
    value = typed.get("vision", page.text(VISION))
    return Question(
        _("It is {year}. What does one see? Two or three sentences are enough.").format(year=page.target_year),
        LABELS[VISION],
        [
            Field(
                "vision",
                "",
                value,
                _("A bookkeeper: twelve shops of my town know on the 5th where they stand. I work four days a week."),
                entry=lambda text: Area(text, lines=4, id="vision"),
            )
        ],
        answer,
        left_empty=_("Left empty, the Strategy asks it on its page."),
        keys=(("ctrl+j", _("new line")),),
    )


def _line(store: Store, now: Moment, _kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        shown = texts["shown"].splitlines()
        if texts["line"] != _AND.join(shown):
            names = _names(texts["line"], _lines(store, now))
            put_lines(store, names, shown, now, _again(store, LINE, now))
        return {}

    lines = _lines(store, now)
    typed = typed or {"line": _AND.join(lines), "shown": "\n".join(lines)}
    return Question(
        _("Which one line gets everything, for now?"),
        LABELS[LINE],
        [Field("line", "", typed.get("line", ""), _("A gardener: pruning fruit trees, lawns, ponds"))],
        answer,
        lead=_("The first one gets everything. Others, after a comma, wait on the shelf."),
        left_empty=_("Left empty, no line is chosen, and the Strategy keeps a place for it."),
        extra={"shown": typed.get("shown", "")},
    )


def _channel(store: Store, now: Moment, kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        put_channel(store, texts["channel"] or texts["own"], now, _again(store, CHANNEL, now))
        return {_THING: put_first_thing(store, kept.get(_THING, ""), texts["thing"], now)}

    stored = read_strategy(store, now.day).text(CHANNEL)
    listed = next((name for name in channels() if fold(name) == fold(stored)), "")
    channel = typed.get("channel", listed)
    return Question(
        _("One channel: which?"),
        LABELS[CHANNEL],
        [
            Field(
                "channel",
                "",
                entry=lambda _text: OneOf([Row(name, name) for name in channels()], (channel,), id="channel"),
            ),
            Field(
                "own",
                _("or your own"),
                typed.get("own", "" if listed else stored),
                _("A beekeeper: the Saturday market"),
            ),
            Field(
                "thing",
                _("first thing to make"),
                typed.get("thing", read_first_thing(store, kept.get(_THING, ""))),
                _("A baker: a card that says when the bread comes out"),
            ),
        ],
        answer,
        left_empty=_("Left empty, a campaign stays a draft until it has a channel."),
        keys=(("↑ ↓", _("choose")),),
    )


def _campaign(store: Store, now: Moment, kept: Kept, typed: Texts) -> Question:
    def answer(store: Store, texts: Texts, now: Moment) -> Kept:
        page = read_strategy(store, now.day)
        goal, offer, audience = texts["goal"], _offer(texts["offer"]), texts["audience"]
        name = clean(goal) or clean(offer) or clean(audience) or _("A small campaign")
        plan = Plan(
            name,
            clean(goal),
            offer,
            clean(audience),
            line=page.text(LINE),
            channel=page.text(CHANNEL),
            ends_on=_last_day(texts["until"], now),
        )
        campaign_id = put_campaign(store, kept.get(CAMPAIGN, ""), plan, now, given)
        return {CAMPAIGN: campaign_id, _GIVEN: json.dumps({field: getattr(plan, field) for field in FOLLOWING})}

    given: dict[str, str] = json.loads(kept.get(_GIVEN) or "{}")
    found = read_begun(store, kept.get(CAMPAIGN, ""))
    plan = found.plan if found else Plan("")
    until = day_numeric(plan.ends_on) if plan.ends_on else ""
    has_channel = bool(read_strategy(store, now.day).text(CHANNEL))
    return Question(
        _("One small campaign: goal, offer, for whom, until when?"),
        N_("campaign"),
        [
            Field(
                "goal", _("goal"), typed.get("goal", plan.goal), _("A physiotherapist: ten people on Saturday morning")
            ),
            Field(
                "offer",
                _("offer"),
                typed.get("offer", plan.offer.replace("\n", LINE_BREAK)),
                _("A cobbler: new soles in a day, 25 euros"),
                check=_offer,
            ),
            Field(
                "audience",
                _("for whom"),
                typed.get("audience", plan.audience),
                _("A swimming teacher: adults who are afraid of water"),
            ),
            Field(
                "until",
                _("until when"),
                typed.get("until", until),
                _("6w (six weeks), 11/12, 2026-12-11"),
                check=lambda text: _last_day(text, now),
            ),
        ],
        answer,
        lead=_("With all four it starts today.")
        if has_channel
        else _("Without a channel it stays a draft: page ↑ goes back and chooses one."),
        left_empty=_("Left empty, the Week works without one."),
    )


def _smallest(store: Store, _now: Moment, _kept: Kept, _typed: Texts) -> Question:
    habit = smallest(store.habits())
    return Question(
        _("Do the smallest one now."),
        "",
        [],
        lambda _store, _texts, _now: {},
        lead=_("Two minutes, before anything else.")
        if habit
        else _("No habit yet. 'a' in the Week takes one up; two minutes are enough."),
        left_empty=_("What a whole year looks like: 'lundi demo' in the shell, whenever you want."),
        keys=(("space", _("done")),) if habit else (),
    )


def _lines(store: Store, now: Moment) -> list[str]:
    """The names of the lines: the chosen one first, then the shelf."""
    page = read_strategy(store, now.day)
    chosen = page.chosen(LINE)
    return [*([chosen.name] if chosen else []), *(one.name for one in page.shelf if one.kind == LINE)]


def _names(text: str, known: list[str]) -> list[str]:
    """The names in a text, apart by commas or line breaks, each once; a known one may have commas in it."""
    folded = set(map(fold, known))
    most = 2 * max((len(_APART.findall(name)) for name in known), default=0)
    parts = _APART.split(text)  # every second one is what stands between two names
    names: dict[str, str] = {}
    start = 0
    while start < len(parts):
        for end in range(min(start + most, len(parts) - 1), start - 1, -2):
            name = clean("".join(parts[start : end + 1]))
            if end == start or fold(name) in folded:
                break
        names.setdefault(fold(name), name)
        start = end + 2
    return [name for name in names.values() if name]


def _offer(text: str) -> str:
    """As a campaign has it. Refused where there are two."""
    offer = text.replace(LINE_BREAK, "\n").strip()
    if has_two_offers(offer):
        raise Refused(which_offer())
    return offer


def _last_day(text: str, now: Moment) -> date | None:
    """The day that is written, or None where nothing is."""
    word = clean(text)
    return parse_last_day(word, now.day, now.day) if word else None


def _again(store: Store, kind: str, now: Moment) -> Reason:
    """Somebody went back, a day later or more, and says it anew: that holds at once."""
    entry = read_strategy(store, now.day).entries.get(kind)
    if entry is None or entry.made_on == now.day:
        return NO_REASON
    return Reason(_("said anew in the first run"), at_once=True)


_QUESTIONS = (_language, _mission, _vision, _line, _channel, _campaign, habits_question, _smallest)
