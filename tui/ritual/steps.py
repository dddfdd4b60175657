"""What each step of the Monday ritual asks, and what its answer writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widget import Widget

from lundi.habits.reviews import ADJUST, CHANGE, KEEP, LEAST_CONFIDENT, MOST_CONFIDENT, QuarterlyCheck
from lundi.record import replaced
from lundi.ritual.course import CoursePage
from lundi.ritual.look_back import FIRST, OFF, LookBack
from lundi.ritual.steps import COMMIT, COURSE, EMPTY_HEAD, LOOK_BACK, STEPS
from lundi.strategy.page import CourseChange, label
from lundi.time.days import Moment
from lundi.words import money
from lundi.words.errors import NotUnderstood
from lundi.words.language import N_, ngettext
from lundi.words.language import gettext as _
from lundi.words.text import filled_lines
from storage.habits.reviews import read_check, read_review, write_check, write_review
from storage.ideas.intents import same_ideas
from storage.store import Store
from storage.strategy.intents import confirm_change, take_back_change
from tui.kit.fields.area import Area
from tui.kit.fields.field import Field, Texts
from tui.kit.fields.options import UNSAID, Options, Scale
from tui.kit.place import Desk
from tui.kit.screens.question_page import Question
from tui.ritual.course_facts import CourseFacts
from tui.ritual.look_back_facts import LookBackFacts
from tui.ritual.misses.view import MissesView
from tui.ritual.planning.view import PlanningView

IDEAS = "ideas"  # the field of the emptied head
_CONFIDENCE, _VERDICT, _WHY, _CHANGED, _BETTER = "confidence", "verdict", "why", "changed", "better"
_HOLDS, _AS_BEFORE = "holds", "as-before"
_VERDICTS = ((KEEP, N_("keep")), (ADJUST, N_("adjust")), (CHANGE, N_("change")))
_TEXTS, _NUMBERS = ("proud", "worked", "did_not"), ("contacts", "meetings")
_SCALE = tuple((str(number), str(number)) for number in range(LEAST_CONFIDENT, MOST_CONFIDENT + 1))
_AREA_LINES = 8
_LONGEST_COUNT = 12  # digits


def look_back_step(desk: Desk, back: LookBack, typed: Texts, *, express: bool) -> Question:
    """What was done, then pride, what worked and what did not, three numbers; what was missed stands below.

    Express, the score alone (F35).
    """

    def answer(store: Store, texts: Texts, now: Moment) -> Texts:
        write_review(
            store,
            replaced(
                read_review(store, back.week),
                **{name: texts[name] for name in _TEXTS},
                **{name: _count(texts[name]) for name in _NUMBERS},
                sales=_sales(texts["sales"]),
            ),
            now,
        )
        return {}

    facts = LookBackFacts()
    facts.set_reactive(LookBackFacts.look_back, back)
    facts.set_reactive(LookBackFacts.brief, express)
    if express or back.kind in (FIRST, OFF):
        return plain_step(LOOK_BACK, facts)
    review, misses = read_review(desk.store, back.week), MissesView(desk, back)
    sales = "" if review.sales is None else money.shown(review.sales)
    fields = [
        Field("proud", _("You are proud of"), review.proud),
        Field("worked", _("What worked"), review.worked),
        Field("did_not", _("What did not"), review.did_not),
        Field("contacts", _("New contacts"), _shown(review.contacts), check=_count),
        Field("meetings", _("Meetings"), _shown(review.meetings), check=_count),
        Field("sales", _("Sales, in euros"), sales, check=_sales),
    ]
    return _question(LOOK_BACK, fields, typed, answer, above=[facts], below=[misses])


def course_step(desk: Desk, course: CoursePage, typed: Texts) -> Question:
    """Where it is going; confidence, changes of course to confirm, and in a season's last week the quarterly check."""
    facts = CourseFacts()
    facts.set_reactive(CourseFacts.course, course)
    week = desk.now.week
    review, check = read_review(desk.store, week + -1), read_check(desk.store, week)
    fields = [_change_field(number, change) for number, change in enumerate(course.changes)]
    if course.campaign is not None and not course.campaign_is_over:
        confidence = typed.get(_CONFIDENCE, _shown(review.confidence))
        scale = (*_SCALE, UNSAID)
        entry = lambda value: Scale(scale, value, id=_CONFIDENCE)  # noqa: E731
        fields.append(Field(_CONFIDENCE, _("Confidence in it"), confidence, choices=scale, entry=entry))
    if course.is_check_week:
        verdicts = tuple((value, _(word)) for value, word in _VERDICTS)
        verdict = typed.get(_VERDICT, check.verdict if check else KEEP)
        fields.append(_choice(_VERDICT, _("The course, this season"), verdicts, verdict))
        fields.append(Field(_WHY, _("Why"), check.why if check else ""))

    def answer(store: Store, texts: Texts, now: Moment) -> Texts:
        for number, change in enumerate(course.changes):
            (confirm_change if texts[f"{_CHANGED}{number}"] == _HOLDS else take_back_change)(store, change, now)
        if _CONFIDENCE in texts:
            _write_confidence(store, int(texts[_CONFIDENCE] or 0) or None, now)
        if _VERDICT in texts:
            write_check(store, QuarterlyCheck(now.week, texts[_VERDICT], texts[_WHY]), now)
        return {}

    asked = _question(COURSE, fields, typed, answer, above=[facts])
    return replaced(asked, keys=(("i", _("idea")),))


def empty_head_step(store: Store, typed: Texts) -> Question:
    """One line per idea; what is there already is said, and kept all the same."""

    def answer(store: Store, texts: Texts, now: Moment) -> Texts:
        if filled_lines(texts[IDEAS]):
            store.capture(texts[IDEAS], now)
        return {}

    def remark(texts: Texts) -> str:
        same = same_ideas(store, filled_lines(texts[IDEAS]))
        if not same:
            return ""
        sentence = ngettext("There already: {titles}", "There already: {titles}", len(same))
        return sentence.format(titles=", ".join(same))

    entry = lambda text: Area(text, lines=_AREA_LINES, id=IDEAS)  # noqa: E731
    asked = _question(EMPTY_HEAD, [Field(IDEAS, "", entry=entry)], typed, answer)
    lead = _("One line for each idea, whatever it is. An empty line ends it.")
    return replaced(asked, lead=lead, remark=remark)


def plain_step(number: int, page: Widget) -> Question:
    """A step that is a page of its own, and writes what it changes at once."""
    return _question(number, [], {}, lambda _store, _texts, _now: {}, below=[page])


def commit_step(desk: Desk, planning: PlanningView, commit: Callable[[Store, Moment], None], typed: Texts) -> Question:
    """The week's plan, and what will be 1 % better (D05), which the next look back shows."""

    def answer(store: Store, texts: Texts, now: Moment) -> Texts:
        commit(store, now)
        was = read_review(store, now.week + -1)
        if texts[_BETTER].strip() != was.better:
            write_review(store, replaced(was, better=texts[_BETTER]), now)
        return {}

    review = read_review(desk.store, desk.now.week + -1)
    fields = [Field(_BETTER, _("1% better this week"), review.better)]
    return _question(COMMIT, fields, typed, answer, above=[planning])


def _question(
    number: int,
    fields: list[Field],
    typed: Texts,
    answer: Callable[[Store, Texts, Moment], Texts],
    above: Sequence[Widget] = (),
    below: Sequence[Widget] = (),
) -> Question:
    """A step with fields, as they were typed and not answered yet, between widgets of its own."""
    typed_fields = [replaced(field, value=typed.get(field.id, field.value)) for field in fields]
    step = STEPS[number - 1]
    return Question(
        _(step.title), step.title, typed_fields, answer, above=lambda: list(above), below=lambda: list(below)
    )


def _choice(name: str, label: str, choices: tuple[tuple[str, str], ...], value: str) -> Field:
    """One of a few, all of them in sight."""
    shown = (*choices, UNSAID)
    return Field(name, label, value, choices=shown, entry=lambda value: Options(shown, value, id=name))


def _change_field(number: int, change: CourseChange) -> Field:
    words = ((_HOLDS, _("it holds")), (_AS_BEFORE, _("as before")))
    return Field(
        f"{_CHANGED}{number}",
        label(change.kind),
        _HOLDS,
        example=_("New: {after}. Before: {before}. Because: {why}").format(
            after=change.after, before=change.before, why=change.why
        ),
        choices=words,
    )


def _write_confidence(store: Store, confidence: int | None, now: Moment) -> None:
    was = read_review(store, now.week + -1)
    if was.confidence != confidence:
        write_review(store, replaced(was, confidence=confidence), now)


def _count(text: str) -> int | None:
    """A whole number of people, or None where nothing is written."""
    word = text.strip()
    if not word:
        return None
    if not (word.isascii() and word.isdecimal() and len(word) <= _LONGEST_COUNT):
        raise NotUnderstood(_("'{text}' is no number of people. Examples: 0, 2.").format(text=word))
    return int(word)


def _sales(text: str) -> int | None:
    """An amount in cents, or None where nothing is written."""
    return money.parse(text) if text.strip() else None


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)
