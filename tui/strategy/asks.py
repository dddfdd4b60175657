"""Asking for what stands on the strategy's page: its texts, the years ahead, the quality list."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.cells import cell_len
from textual.geometry import Size

from lundi.campaign.campaign import Plan
from lundi.strategy.mission import QUESTIONS, flagged
from lundi.strategy.page import (
    AUDIENCE,
    CHANNEL,
    HORIZON,
    LINE,
    MISSION,
    NOT_DOING,
    SHORTEST,
    THEY_SAY,
    VISION,
    WE_SAY,
    WHY_US,
    StrategyPage,
    label,
    theme,
)
from lundi.time.formats import day_from
from lundi.words.language import N_
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.campaign.intents import draft_campaign
from storage.strategy.intents import change_course, change_horizon, read_strategy
from tui.kit.drawing.lines import fitted
from tui.kit.fields.area import Area
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens import lists
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import STAYS, Act, ListScreen
from tui.strategy.choices import choose_dialog
from tui.strategy.facts import quality_counted
from tui.strategy.quality import quality_list
from tui.strategy.reason import asked, reason_fields, reason_of, when_it_holds

_QUALITY = "quality"
_VISION_LINES = 10
_WIDEST = 120
_AROUND_A_LIST = 12  # columns of a list's margins, and between its two columns
_EXAMPLES = {
    AUDIENCE: N_("people who move house within the month"),
    THEY_SAY: N_("I never know when the plumber will come"),
    WE_SAY: N_("you get a call an hour before, always"),
    WHY_US: N_("ten years on building sites before this one"),
    NOT_DOING: N_("no discounts, nothing at night"),
}
_THEME_EXAMPLE = N_("one offer, one rhythm")


def edit_list(desk: Desk, size: Size, show_campaign: Callable[[], None]) -> ListScreen:
    """Everything on the page that can be changed, with what stands there now; Enter changes it. Show_campaign goes to
    the campaign's place."""

    def read() -> list[lists.Entry]:
        page = read_strategy(desk.store, desk.today)
        kinds = [MISSION, VISION, AUDIENCE, THEY_SAY, WE_SAY, WHY_US, LINE, CHANNEL, NOT_DOING]
        shown = [(kind, label(kind), _present(page, kind)) for kind in [*kinds, *map(theme, page.years)]]
        shown.append((HORIZON, label(HORIZON), str(page.horizon)))
        shown.append((_QUALITY, _("quality list"), quality_counted(page)))
        longest = max(cell_len(name) for _kind, name, _text in shown)
        room = min(_WIDEST, size.width) - _AROUND_A_LIST - longest
        return [
            lists.Entry(kind, name + " " * (longest - cell_len(name)), fitted(text, max(1, room)))
            for kind, name, text in shown
        ]

    def change(kind: str) -> str | None:
        if kind == _QUALITY:
            return asked(desk, lambda _page: quality_list(desk))
        if kind == HORIZON:
            return asked(desk, lambda page: horizon_dialog(desk, page, show_campaign))
        if kind in (LINE, CHANNEL):
            return asked(desk, lambda page: choose_dialog(desk, page, kind))
        if kind == VISION:
            return asked(desk, lambda page: vision_dialog(desk, page))
        return asked(desk, lambda page: text_dialog(desk, page, kind))

    return ListScreen(_("What stands on the page"), read, [Act("enter", _("change"), change, STAYS)], empty="")


def _present(page: StrategyPage, kind: str) -> str:
    """What stands there, or waits to, in one line."""
    if (entry := page.waiting.get(kind)) is not None:
        text = page.shown(kind, entry.text) or _("nothing any more")
        text = _("to be confirmed, from {day} on: {text}").format(day=day_from(entry.from_day, page.today), text=text)
    else:
        text = page.text(kind)
    return text.replace("\n", " ")


def text_dialog(desk: Desk, page: StrategyPage, kind: str) -> Dialog:
    """A text of one line; the mission with its four questions (D03)."""
    kept = Kept(desk, f"course/{kind}")
    name = label(kind)
    title = name[:1].upper() + name[1:]
    if kind == MISSION:
        field = Field("text", "", page.text(kind), _("We treat the houses we go into as our own."))
        return Dialog(title, [field], _submit(desk, kind), kept=kept, describe=_about_mission)
    why = reason_fields(page, kind)
    field = Field("text", name if why else "", _text_to_change(page, kind), _(_EXAMPLES.get(kind, _THEME_EXAMPLE)))

    def describe(texts: Texts) -> str:
        return when_it_holds(page, kind, texts)

    return Dialog(title, [field, *why], _submit(desk, kind), kept=kept, describe=describe)


def vision_dialog(desk: Desk, page: StrategyPage) -> Dialog:
    """A picture in the present tense, in as many lines as it takes (F07)."""
    example = _("It is {year}. I…").format(year=page.target_year)
    text = _text_to_change(page, VISION)
    area = Field("text", "", text, entry=lambda text: Area(text, lines=_VISION_LINES, example=example, id="text"))
    title = _("It is {year}. What does one see?").format(year=page.target_year)
    fields = [area, *reason_fields(page, VISION)]

    def describe(texts: Texts) -> str:
        return when_it_holds(page, VISION, texts) or _("In the present tense, as if it were so; ten lines or so.")

    return Dialog(title, fields, _submit(desk, VISION), kept=Kept(desk, f"course/{VISION}"), describe=describe)


def _text_to_change(page: StrategyPage, kind: str) -> str:
    waiting = page.waiting.get(kind)
    return waiting.text if waiting else page.text(kind)


def _submit(desk: Desk, kind: str) -> Callable[[Texts], str | None]:
    def submit(texts: Texts) -> str | None:
        reason = reason_of(texts)
        return desk.perform(lambda store, now: change_course(store, kind, texts["text"], now, reason))

    return submit


def _about_mission(texts: Texts) -> str:
    """Examples while nothing is typed (D04); what is no mission, while it is (D03); else the four questions."""
    text = clean(texts["text"])
    questions = " ".join(map(_, QUESTIONS))
    if not text:
        examples = _(
            "Others wrote: 'Nobody here waits for an answer until tomorrow' (a locksmith), 'Bread as it was before"
            " we were in a hurry' (a baker)."
        )
        return f"{examples}\n{questions}"
    if words := flagged(text):
        said = _("'{words}' is about size or rank. A mission is about others; it may stay as it is.")
        return f"{said.format(words=', '.join(words))}\n{questions}"
    return questions


# Years ahead


def horizon_dialog(desk: Desk, page: StrategyPage, show_campaign: Callable[[], None]) -> Dialog:
    """How many years the page looks ahead. One is a campaign, and offered as one (F03)."""

    def submit(texts: Texts) -> str | None:
        text = clean(texts["years"])
        if not text.isdecimal():
            return _("I do not understand '{text}'. How many years: two, three or four, in figures.").format(text=text)
        years = int(text[:4])
        refusal = desk.perform(lambda store, now: change_horizon(store, years, now))
        if refusal is not None and years < SHORTEST:
            desk.open(campaign_offer(desk, page, refusal, show_campaign))
        return refusal

    field = Field("years", label(HORIZON), str(page.horizon), replaces=True)
    hint = _("Two to four years; three is best.")
    return Dialog(_("How far does the page look?"), [field], submit, hint, kept=Kept(desk, f"course/{HORIZON}"))


def campaign_offer(desk: Desk, page: StrategyPage, sentence: str, show_campaign: Callable[[], None]) -> Dialog:
    """A year's strategy as a campaign's draft, its goal taken from the page (F03)."""
    goal = page.text(theme(page.first_year)) or _first_sentence(page.text(VISION))

    def submit(texts: Texts) -> str | None:
        refusal = desk.perform(
            lambda store, now: draft_campaign(store, Plan("", goal=texts["goal"]), now),
            said=_("A draft of a campaign, with this goal."),
        )
        if refusal is None:
            show_campaign()
        return refusal

    field = Field("goal", _("goal"), goal, _("three new clients who were sent by somebody"))
    hint = _("Open it as the draft of a campaign? Its end, offer and measures come there. `esc`: no, another horizon.")
    return Dialog(sentence, [field], submit, hint, kept=Kept(desk, "campaign-of-a-year"))


def _first_sentence(text: str) -> str:
    """As far as the first full stop, or the first line's end."""
    return re.split(r"(?<=[.!?…])\s|\n", text.strip(), maxsplit=1)[0]
