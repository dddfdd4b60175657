"""Ideas: parked until Monday, drawn five at a time, two of them chosen."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.words.language import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOR_ME, FOR_CLIENT, FOR_BOTH = "me", "client", "both"
FOR_WHOM = {FOR_ME: N_("me"), FOR_CLIENT: N_("client"), FOR_BOTH: N_("both")}  # C04
SIZES = (2, 30, 90)  # minutes (F10)
TOO_BIG = 180  # stands for everything that takes longer than the largest size
AT_A_TIME = 5  # F17
_MOST_CARRIED = 2


@record
class Idea:
    """Something that could be done: an idea, or an action that was chosen and left undone."""

    id: str
    title: str
    added_on: date
    for_whom: str = ""  # FOR_ME, FOR_CLIENT, FOR_BOTH or ''
    minutes: int | None = None  # one of SIZES, TOO_BIG, or another number of minutes; None where it wasn't said
    times_chosen: int = 0  # on how many Mondays it was chosen and left undone
    line: str = ""  # the line of products it is for; '' for the chosen one (F29)
    enough: str = ""  # 'enough when…'

    @property
    def is_too_big(self) -> bool:
        """Whether it is to be split before it can be chosen (F10)."""
        return self.minutes is not None and self.minutes > SIZES[-1]

    @property
    def is_carried(self) -> bool:
        return self.times_chosen > 0

    @property
    def must_be_decided(self) -> bool:
        """Left undone two Mondays running: do it, make it smaller, or let it go (H09)."""
        return self.times_chosen >= _MOST_CARRIED

    @property
    def is_good_for_client(self) -> bool:
        return self.for_whom in (FOR_CLIENT, FOR_BOTH)


def in_order(ideas: Iterable[Idea]) -> list[Idea]:
    """Those that were carried first, then what is good for a client (C05), the oldest first; those of one day stay in
    the order in which they are given."""
    return sorted(ideas, key=lambda idea: (-idea.times_chosen, not idea.is_good_for_client, idea.added_on))


def for_whom_first(ideas: Iterable[Idea]) -> list[Idea]:
    """Sorted on for whom they are (C04): a client, both, me, and those of which it isn't said."""
    ranks = {FOR_CLIENT: 0, FOR_BOTH: 1, FOR_ME: 2}
    return sorted(in_order(ideas), key=lambda idea: ranks.get(idea.for_whom, len(ranks)))


def page(ideas: Sequence[Idea], number: int) -> Sequence[Idea]:
    """Five of them (F17): the first page is 0, and after the last one comes the first."""
    pages = max(1, -(-len(ideas) // AT_A_TIME))
    start = number % pages * AT_A_TIME
    return ideas[start : start + AT_A_TIME]


def next_size(minutes: int | None) -> int | None:
    """The size that the next press of a key gives: 2, 30, 90 minutes, too big, not said, and again."""
    steps = (None, *SIZES, TOO_BIG)
    return steps[(steps.index(minutes) + 1) % len(steps)] if minutes in steps else None
