"""What every command has at hand: the clock, the file, the way to print."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import contextmanager
from datetime import datetime

from lundi.numbers import DAY_ENDS_AT
from lundi.time.days import EARLIEST, LATEST, Moment, days_gone_back, moment, parse_day_end
from lundi.words import language
from lundi.words.errors import Damaged, NotUnderstood, Unreadable
from lundi.words.language import gettext as _
from storage.file.location import default_path
from storage.file.session import Session
from storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Context:
    """One call of the program."""

    def __init__(self, path: str, clock: Callable[[], datetime], *, language_is_given: bool = False) -> None:
        """Where no language was given with the call, that of the file's settings holds."""
        self.path = path
        self.clock = clock
        self._language_is_given = language_is_given

    @contextmanager
    def open(self) -> Iterator[Store]:
        """The file, created where there is none."""
        with self._rescued(), Store.open(self.path) as store:
            self._speak(store)
            yield store
            _tell_of_the_copy(store)

    @contextmanager
    def look(self) -> Iterator[Store | None]:
        """The file, or None where there is none yet; nothing is created."""
        with self._rescued():
            store = Store.open_existing(self.path)
            if store is None:
                yield None
                return
            with store:
                self._speak(store)
                yield store
                _tell_of_the_copy(store)

    @contextmanager
    def existing(self) -> Iterator[Store]:
        """The file, for a command that needs habits to be there. NotUnderstood where there is no file."""
        with self.look() as store:
            if store is None:
                raise NotUnderstood(_("No habit yet. `lundi habit add` makes one."))
            yield store

    def _speak(self, store: Store) -> None:
        if not self._language_is_given and (wanted := store.setting("language", "")) in language.LANGUAGES:
            language.use(wanted)

    @contextmanager
    def _rescued(self) -> Iterator[None]:
        """Where the file turns out to be damaged, keep a copy, and name one to put back. The file is closed by then."""
        try:
            yield
        except Unreadable as error:
            rescue = importlib.import_module("storage.file.rescue")  # nothing that a sound file has time for
            if not isinstance(error, Damaged) and not rescue.is_wreck(self.path):
                raise
            in_use = os.environ.get("LUNDI_DB") or default_path()
            copied, sound = rescue.worded(rescue.rescued(self.path), in_use)
            raise Damaged(f"{error.sentence} {copied}\n{sound}") from error

    def now(self, session: Session | None) -> Moment:
        """The day and the instant, by the day's end of the file."""
        return moment(self.clock(), session.day_end if session else parse_day_end(DAY_ENDS_AT))

    def now_for_writing(self, session: Session) -> Moment:
        """The same, and a warning on standard error where the clock lags behind the last change."""
        now = self.now(session)
        if back := days_gone_back(session.last_day(), now.day):
            print(_("The clock went back {days} days. Check the date.").format(days=back), file=sys.stderr)
        return now


def _tell_of_the_copy(store: Store) -> None:
    """The day's copy may have failed behind a change that was kept."""
    if store.copy_failure is not None:
        print(store.copy_failure.sentence, file=sys.stderr)


def system_clock() -> datetime:
    """Local wall time, with its UTC offset."""
    return datetime.now().astimezone()


def clock_of(environment: dict[str, str] | os._Environ[str]) -> Callable[[], datetime]:
    """The clock of the system, or the one that LUNDI_NOW freezes. NotUnderstood when that can't be read, or lies
    outside the years of days."""
    frozen = environment.get("LUNDI_NOW")
    if not frozen:
        return system_clock
    try:
        wall = datetime.fromisoformat(frozen)
        if not EARLIEST <= wall.date() <= LATEST:
            raise ValueError(wall)
    except ValueError:
        raise NotUnderstood(
            _("I do not understand LUNDI_NOW='{text}'. Example: 2026-11-18T09:10").format(text=frozen)
        ) from None
    return lambda: wall
