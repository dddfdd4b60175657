"""What every command has at hand: the clock, the file, the way to print."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import datetime

from lundi.days import Moment, moment, parse_day_end
from lundi.errors import NotUnderstood
from lundi.language import gettext as _
from lundi.rules import DAY_ENDS_AT
from storage.session import Session
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_A_TRAVELLED_DAY = 1  # flying west may take one day back; more is a clock gone wrong


class Context:
    """One call of the program."""

    def __init__(self, path: str, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.clock = clock

    def open(self) -> Store:
        """The file, created where there is none."""
        return Store.open(self.path)

    @contextmanager
    def look(self) -> Iterator[Store | None]:
        """The file, or None where there is none yet; nothing is created."""
        store = Store.open_existing(self.path)
        try:
            yield store
        finally:
            if store is not None:
                store.close()

    @contextmanager
    def existing(self) -> Iterator[Store]:
        """The file, for a command that needs habits to be there. NotUnderstood where there is no file."""
        with self.look() as store:
            if store is None:
                raise NotUnderstood(_("No habit yet. `lundi habit add` makes one."))
            yield store

    def now(self, session: Session | None) -> Moment:
        """The day and the instant, by the day's end of the file."""
        return moment(self.clock(), session.day_end if session else parse_day_end(DAY_ENDS_AT))

    def now_for_writing(self, session: Session) -> Moment:
        """The same, and a warning on standard error where the clock lags behind the last change."""
        now = self.now(session)
        last = session.last_day()
        if last is not None and (back := (last - now.day).days) > _A_TRAVELLED_DAY:
            print(_("The clock went back {days} days. Check the date.").format(days=back), file=sys.stderr)
        return now


def system_clock() -> datetime:
    """Local wall time, with its UTC offset."""
    return datetime.now().astimezone()


def clock_of(environment: dict[str, str] | os._Environ[str]) -> Callable[[], datetime]:
    """The clock of the system, or the one that LUNDI_NOW freezes. NotUnderstood when that can't be read."""
    frozen = environment.get("LUNDI_NOW")
    if not frozen:
        return system_clock
    try:
        wall = datetime.fromisoformat(frozen)
    except ValueError:
        raise NotUnderstood(
            _("I do not understand LUNDI_NOW='{text}'. Example: 2026-11-18T09:10").format(text=frozen)
        ) from None
    return lambda: wall
