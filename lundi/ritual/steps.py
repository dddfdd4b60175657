"""The Monday ritual: its steps, each with its letter of C S P A T, and the way through them (H18, F35)."""

from __future__ import annotations

from lundi.record import record
from lundi.words.amounts import percent
from lundi.words.language import N_, ngettext
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.week.scores import WeekScore

LOOK_BACK, COURSE, EMPTY_HEAD, CHOOSE, COMMIT = range(1, 6)


@record
class Step:
    """One of the steps."""

    number: int
    title: str  # an English msgid
    letter: str  # of C S P A T


STEPS = (
    Step(LOOK_BACK, N_("Look back"), "T"),
    Step(COURSE, N_("Course"), "C"),
    Step(EMPTY_HEAD, N_("Empty the head"), "P"),
    Step(CHOOSE, N_("Choose two"), "P"),
    Step(COMMIT, N_("Commit"), "A"),
)
LAST = STEPS[-1].number
_EXPRESS = (LOOK_BACK, CHOOSE, COMMIT)  # three minutes (F35)
_LONGEST_PAUSE = 120  # seconds


def next_step(number: int, *, express: bool) -> int:
    """The step after one, the last one's being itself."""
    return next((step for step in _way(express) if step > number), LAST)


def step_before(number: int, *, express: bool) -> int | None:
    """The step before one; None before the first."""
    return next((step for step in reversed(_way(express)) if step < number), None)


def way_to(number: int, *, express: bool) -> tuple[int, ...]:
    """The steps that were gone through before one."""
    return tuple(step for step in _way(express) if step < number)


def _way(express: bool) -> tuple[int, ...]:
    return _EXPRESS if express else tuple(step.number for step in STEPS)


def time_spent(before: int, pause: float) -> int:
    """Seconds that the ritual took, from those before the last key and the time since it: who went away in the middle
    wasn't at it (C16)."""
    return before + round(min(max(pause, 0), _LONGEST_PAUSE))


def words_on(score: WeekScore, confidence: int | None, ideas: int) -> dict[int, str]:
    """A few words on the steps of which there is something to say: last week's score, confidence from 1 to 5, how many
    ideas were written down."""
    words = {}
    if score.points is not None:
        words[LOOK_BACK] = percent(score.points)
        if score.held:
            words[LOOK_BACK] = _("{score}, held").format(score=words[LOOK_BACK])
    if confidence:
        words[COURSE] = _("confidence {count} of 5").format(count=confidence)
    if ideas:
        words[EMPTY_HEAD] = ngettext("{count} idea more", "{count} ideas more", ideas).format(count=ideas)
    return words
