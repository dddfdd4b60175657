"""What stood on the strategy's page before: changes of course, former texts, former pages."""

from __future__ import annotations

from collections import Counter

from textual.content import Content

from lundi.strategy.page import (
    FIRST_YEAR,
    LABELS,
    MISSION,
    VISION,
    CourseChange,
    Entry,
    FormerPage,
    StrategyPage,
    label,
    theme,
)
from lundi.time.formats import day_long, day_short
from lundi.time.quarters import QUARTERS, Quarter
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from storage.file.session import is_gone
from storage.strategy.canvas import read_canvas
from storage.strategy.intents import give_up_waiting, hold_at_once, read_history, read_strategy
from tui.kit.place import Desk
from tui.kit.screens import lists
from tui.kit.screens.lists import STAYS, Act, ListScreen
from tui.kit.screens.pages import PageScreen


def changes_list(desk: Desk) -> ListScreen:
    """Every change of course, the latest first; what waits can be let hold at once, or left (F01)."""
    listed: dict[str, CourseChange] = {}

    def read() -> list[lists.Entry]:
        page = read_strategy(desk.store, desk.today)
        listed.clear()
        listed.update((str(number), change) for number, change in enumerate(page.changes))
        return [
            lists.Entry(number, f"{day_short(one.from_day)} {one.from_day.year}  {label(one.kind)}", _beside(one, page))
            for number, one in listed.items()
        ]

    def waiting(number: str) -> str | None:
        """The kind of a change that waits; None for one that holds."""
        change = listed[number]
        return change.kind if change.from_day > desk.today else None

    def let_hold(number: str) -> str | None:
        kind = waiting(number)
        if kind is None:
            return _("It holds already.")
        return desk.perform(lambda store, now: hold_at_once(store, kind, now))

    def leave(number: str) -> str | None:
        kind = waiting(number)
        if kind is None:
            return _("It holds already; another change of course goes back to it.")
        return desk.perform(lambda store, now: give_up_waiting(store, kind, now))

    return ListScreen(
        _title(read_strategy(desk.store, desk.today)),
        read,
        [
            Act("enter", _("read"), lambda number: desk.open(PageScreen(_change_page(listed[number]))), STAYS),
            Act("exclamation_mark", _("at once"), let_hold, STAYS),
            Act("d", _("leave as it is"), leave, STAYS),
        ],
        empty=_("No change of course so far."),
    )


def _title(page: StrategyPage) -> str:
    """With how many took effect in each year."""
    counted = Counter(change.from_day.year for change in page.changes if change.from_day <= page.today)
    if not counted:
        return _("Changes of course")
    years = "   ".join(f"{year}\u00a0× {count}" for year, count in sorted(counted.items(), reverse=True))
    return _("Changes of course   {years}").format(years=years)


def _beside(change: CourseChange, page: StrategyPage) -> str:
    before, after = (text.replace("\n", " ") or _("nothing") for text in (change.before, change.after))
    said = f"{before} → {after}   {change.why}"
    if change.from_day > page.today:
        return "   ".join((_("to be confirmed"), said))
    return said


def _change_page(change: CourseChange) -> list[Content]:
    return [
        Content.styled(label(change.kind), "bold"),
        Content.styled(
            _("written {made}, from {day} on").format(made=day_short(change.made_on), day=day_long(change.from_day)),
            "$lundi-faint",
        ),
        *_section(_("before"), change.before or _("nothing")),
        *_section(_("after"), change.after or _("nothing")),
        *_section(_("why"), change.why),
        *_closing(),
    ]


def history_list(desk: Desk) -> ListScreen:
    """Former pages (F06), and for each line of the page everything that stood there (D02)."""
    listed: dict[str, lists.Entry] = {}

    def read() -> list[lists.Entry]:
        page = read_strategy(desk.store, desk.today)
        entries = [
            lists.Entry(
                _page_id(former),
                _("Think {year}").format(year=former.target_year),
                _("until {day}").format(day=day_long(former.last_day)),
            )
            for former in page.former_pages
        ]
        history = read_history(desk.store)
        shown = [kind for kind in (*LABELS, *sorted(history.keys() - LABELS.keys())) if kind in history]
        for kind in shown:
            if kind != FIRST_YEAR:
                count = len(history[kind])
                beside = ngettext("{count} text", "{count} texts", count).format(count=count)
                entries.append(lists.Entry(kind, label(kind), beside))
        listed.update((entry.id, entry) for entry in entries)
        return entries

    def open_page(entry_id: str) -> None:
        page = read_strategy(desk.store, desk.today)
        for former in page.former_pages:
            if _page_id(former) == entry_id:
                return desk.open(PageScreen(_former_page(desk, former)))
        if texts := read_history(desk.store).get(entry_id):
            return desk.open(PageScreen(_texts_page(page, entry_id, texts)))
        name = listed[entry_id].text
        raise is_gone(name[:1].upper() + name[1:])

    return ListScreen(
        _("What stood here before"),
        read,
        [Act("enter", _("read"), open_page, STAYS)],
        empty=_("Nothing has stood here yet."),
    )


def _texts_page(page: StrategyPage, kind: str, entries: list[Entry]) -> list[Content]:
    """Every text of a kind, the latest first, each with the day from which it held."""
    lines = [Content.styled(label(kind), "bold")]
    for entry in entries:
        text = page.shown(kind, entry.text) or _("nothing")
        why = [Content.styled(entry.why, "$lundi-faint")] if entry.why else []
        lines += [*_section(_("from {day} on").format(day=day_long(entry.from_day)), text), *why]
    return [*lines, *_closing()]


def _page_id(former: FormerPage) -> str:
    return f"page-{former.last_day}"


def _former_page(desk: Desk, former: FormerPage) -> list[Content]:
    """A page as it was on its last day."""
    canvas = read_canvas(desk.store, former.last_day)
    page = canvas.page
    lines = [
        Content.styled(_("Think {year}").format(year=former.target_year), "bold"),
        Content.styled(_("as of {day}").format(day=day_long(former.last_day)), "$lundi-faint"),
    ]
    for kind in (MISSION, VISION):
        lines += _section(label(kind), page.text(kind))
    for year in page.years:
        slots = [canvas.slots[Quarter(year, quarter)] for quarter in range(1, QUARTERS + 1)]
        names = [slot.campaign.name for slot in slots if slot.campaign]
        lines += _section(str(year), "\n".join(filter(None, (page.text(theme(year)), *names))))
    for kind in LABELS:
        if kind not in (MISSION, VISION):
            lines += _section(label(kind), page.text(kind))
    return [*lines, *_closing()]


def _section(heading: str, text: str) -> list[Content]:
    """A heading and what stands under it; nothing without a text."""
    if not text:
        return []
    return [Content(""), Content.styled(heading, "$lundi-faint"), *map(Content, text.split("\n"))]


def _closing() -> list[Content]:
    return [Content(""), Content.styled(_("esc closes"), "$lundi-faint")]
