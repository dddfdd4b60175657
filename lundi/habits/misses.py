"""Why something was missed, and what that asks for: always a change of the habit, never of the person (H45)."""

from __future__ import annotations

from fractions import Fraction

from lundi.record import record
from lundi.time.weeks import Week
from lundi.words.language import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lundi.habits.history import Met

KNOW, WISH, TIME, AIM, OTHER = "know", "wish", "time", "aim", "other"
REASONS = {
    KNOW: N_("I did not know how"),
    WISH: N_("no wish to"),
    TIME: N_("no time"),
    AIM: N_("the aim was not clear"),
    OTHER: N_("something else"),
}
SMALLER, OTHER_HOUR, AFTER_SOMETHING = "smaller", "other-hour", "after-something"
_ASKED_FOR = {
    KNOW: (SMALLER, AFTER_SOMETHING),
    WISH: (SMALLER, AFTER_SOMETHING),
    TIME: (SMALLER, OTHER_HOUR),
    AIM: (AFTER_SOMETHING, SMALLER),
    OTHER: (SMALLER, OTHER_HOUR, AFTER_SOMETHING),
}
_THREE_TIMES = 3
_LIGHTEN_BELOW = Fraction(60, 100)
_LIGHTEN_AFTER = 3  # weeks (H15)
_OVERLOADED_AFTER = 4  # weeks (F24)
_HARDLY = 2  # of 1 to 5: hardly thought of any more (H39)
_STRONG = Fraction(80, 100)


@record
class Miss:
    """Why a habit's week was missed."""

    week: Week
    habit_id: str
    reason: str  # one of REASONS


def counted(misses: Iterable[Miss]) -> dict[str, int]:
    """How often each reason was given, the most frequent first (D26)."""
    reasons = [miss.reason for miss in misses]
    return dict(sorted(((reason, reasons.count(reason)) for reason in set(reasons)), key=lambda one: (-one[1], one[0])))


def repeated(misses: Iterable[Miss], habit_id: str, week: Week) -> tuple[str, int] | None:
    """The reason why a habit was missed in a week, and how often it was given; None until that is three times (H45).
    The misses are those of the last 13 weeks, that one included."""
    own = [miss for miss in misses if miss.habit_id == habit_id]
    reason = next((miss.reason for miss in own if miss.week == week), None)
    times = sum(miss.reason == reason for miss in own)
    return (reason, times) if reason is not None and times >= _THREE_TIMES else None


def asked_for(reason: str) -> tuple[str, ...]:
    """What a reason that comes again and again asks for: SMALLER, OTHER_HOUR, AFTER_SOMETHING (H45)."""
    return _ASKED_FOR[reason]


def asks_to_lighten(shares: Sequence[Fraction]) -> bool:
    """Whether the last three scored weeks were all below 60 % (H15). Shares from 0 to 1, the latest last."""
    last = shares[-_LIGHTEN_AFTER:]
    return len(last) == _LIGHTEN_AFTER and all(share < _LIGHTEN_BELOW for share in last)


def asks_for_a_lighter_week(overloaded: Sequence[bool]) -> bool:
    """Whether each of the last four scored weeks held more than was planned, or than there is time for (F24); the
    latest last."""
    last = overloaded[-_OVERLOADED_AFTER:]
    return len(last) == _OVERLOADED_AFTER and all(last)


def goes_by_itself(answers: Sequence[int], strength: Sequence[Met]) -> bool:
    """Whether a habit may be proposed as settled (H39): hardly thought of twice running, and a strength of 80 % or
    more. Answers from 1 (never) to 5, the latest last."""
    if len(answers) < 2 or not strength:
        return False
    met = Fraction(sum(week.met for week in strength), len(strength))
    return max(answers[-2:]) <= _HARDLY and met >= _STRONG
