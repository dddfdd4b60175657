"""The file behind the screen: reading it again when it changed, writing to it, and what is done when it can't be."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from textual import getters
from textual.message import Message

from lundi.time.days import Moment, days_gone_back, moment
from lundi.words.errors import LundiError, Unavailable, Unreadable
from lundi.words.language import gettext as _
from storage.file.copies import is_damaged
from storage.file.failures import damaged
from storage.file.location import default_path
from storage.file.rescue import rescued, worded
from storage.file.undo import redo, undo
from storage.settings import read_settings
from storage.store import Store
from tui.footer import Footer, Notice
from tui.kit.drawing.sized import Ground
from tui.kit.intents import Change, Rereading
from tui.kit.later import Later
from tui.kit.screens.fitted import Fitted
from tui.unsaved import Unsaved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui import asks
    from tui.kit.fields.field import Texts
else:
    asks = Later("tui.asks")

_POLL_SECONDS = 1.0
_PATIENCE = 0.25  # seconds that a key waits for another program's lock; after that its change waits in memory
_LAST_PATIENCE = 5.0  # the same for what still waits when the program is told to end


class FileScreen(Fitted, Ground):
    """Holds the store and the clock. Every change goes through it, and a refusal ends as a sentence."""

    footer = getters.query_one(Footer)
    notice = getters.query_one(Notice)

    class SettingsChanged(Message):
        """The settings are others than before, here or by an undo or by another program."""

        def __init__(self, before: Mapping[str, str], settings: Mapping[str, str]) -> None:
            super().__init__()
            self.before, self.settings = before, settings

    def __init__(self, store: Store, clock: Callable[[], datetime], today: date) -> None:
        super().__init__()
        self.store = store
        self.clock = clock
        self.today = today
        self.unsaved = Unsaved()
        self._day_end = store.day_end
        self._settings = read_settings(store)
        self._version = store.data_version
        store.wait_at_most(_PATIENCE)

    @property
    def now(self) -> Moment:
        return moment(self.clock(), self._day_end)

    def show(self, *, only_ticks: bool = False) -> None:
        """Show the file as it is now; to be overridden. Only ticks: nothing else was changed, and by nobody else."""
        raise NotImplementedError

    def turn_to(self, today: date) -> None:
        """Show a new day, which has begun while the dashboard was open; to be overridden."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.set_interval(_POLL_SECONDS, self._look_around)
        self._warn_of_a_late_clock()
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(lambda: self.run_worker(self._examine, thread=True, exit_on_error=False))

    # Reading

    def reload(self, *, only_ticks: bool = False) -> None:
        """Show the file as it is now, with the settings that it has now."""
        version, self._version = self._version, self.store.data_version
        only_ticks = only_ticks and version == self._version
        if not only_ticks and (settings := read_settings(self.store)) != self._settings:
            before, self._settings = self._settings, settings
            self._day_end = self.store.day_end
            self.post_message(self.SettingsChanged(before, settings))
        self.show(only_ticks=only_ticks)

    @contextmanager
    def told(self) -> Iterator[None]:
        """What the file refuses inside is said; what is on the screen stays."""
        try:
            yield
        except Unavailable as error:
            self.notice.say(error.waiting if len(self.unsaved) else error.sentence, refused=True)
        except LundiError as error:
            self.notice.say(error.sentence, refused=True)

    def _look_around(self) -> None:
        """Notice what another program wrote, and the end of the day; write what waits."""
        with self.told():
            today = self.now.day
            if today != self.today:
                self.today = today
                self.turn_to(today)
                self._warn_of_a_late_clock()
            elif self.store.data_version != self._version:
                self.reload()
                for screen in self.app.screen_stack:
                    if isinstance(screen, Rereading):
                        screen.reread()
            self.store.check_place()
            self._write_unsaved()
            self.store.checkpoint()

    def _warn_of_a_late_clock(self) -> None:
        with self.told():
            if back := days_gone_back(self.store.last_day(), self.today):
                sentence = _("The clock went back {days} days. Check the date before you tick.")
                self.notice.say(sentence.format(days=back), refused=True)

    def _examine(self) -> None:
        """In a thread, once the first frame is there: a damaged page may lie where nothing has been read yet."""
        if os.path.exists(self.store.path) and is_damaged(self.store.path):
            rescue = worded(rescued(self.store.path), default_path())
            sentence = " ".join([damaged(self.store.path).sentence, *rescue])
            self.app.call_from_thread(self.notice.say, sentence, refused=True)

    # Writing

    def perform(self, change: Change, said: str = "") -> str | None:
        """Carry a change out, show it and say so; a refusal comes back as its sentence, and nothing was written."""
        try:
            self._write_unsaved()
            change(self.store, self.now)
        except LundiError as error:
            return error.sentence
        self._show_change(said)
        return None

    def _show_change(self, said: str = "", *, only_ticks: bool = False) -> None:
        with self.told():
            self.reload(only_ticks=only_ticks)
            if said:
                self.notice.say(said)
        if (failure := self.store.copy_failure) is not None:
            self.store.copy_failure = None
            self.notice.say(failure.sentence, refused=True)

    def demand(self, change: Change, said: str = "", *, only_ticks: bool = False) -> None:
        """Carry out what a view asks for. What the file can't take waits in memory, and keeps its order and its
        moment."""
        now = self.now
        try:
            self._write_unsaved()
            change(self.store, now)
        except Unavailable as error:
            self.unsaved.keep(change, now)
            self.footer.unsaved = len(self.unsaved)
            self.notice.say(error.waiting, refused=True)
            return
        except LundiError as error:
            self.notice.say(error.sentence, refused=True)
            return
        self._show_change(said, only_ticks=only_ticks)

    def _write_unsaved(self) -> None:
        """Write what waits. Unavailable or Unreadable when the file still takes nothing."""
        if not len(self.unsaved):
            return
        try:
            refused = self.unsaved.write(self.store)
        finally:
            self.footer.unsaved = len(self.unsaved)
        self.reload()
        self.notice.say(" ".join(refused) or _("Everything is saved now."), refused=bool(refused))

    def action_undo(self) -> None:
        try:
            self._write_unsaved()
        except LundiError:
            self.unsaved.drop_last()
            self.footer.unsaved = len(self.unsaved)
            self.notice.say(_("Dropped: the last change, which was not saved yet."))
        else:
            self.take_back(1)

    def take_back(self, count: int, latest: int | None = None) -> str | None:
        """Undo so many changes and say the earliest; a refusal comes back as its sentence. With the number of the
        latest change that somebody has seen, nothing is undone where there is a later one."""
        return self._undo_or_redo(
            lambda: _("Undone: {change}").format(change=undo(self.store, self.now, count, latest=latest)[-1].sentence)
        )

    def action_redo(self) -> None:
        self._undo_or_redo(lambda: _("Redone: {change}").format(change=redo(self.store, self.now).sentence))

    def _undo_or_redo(self, act: Callable[[], str]) -> str | None:
        try:
            self._write_unsaved()
            sentence = act()
            self.reload()
        except LundiError as error:
            self.notice.say(error.sentence, refused=True)
            return error.sentence
        self.notice.say(sentence)
        return None

    # Leaving

    def action_quit(self) -> None:
        """Quit; what could not be saved is offered another place first."""
        try:
            self.store.check_place()
            refused = self.unsaved.write(self.store)
        except (Unavailable, Unreadable):
            self._ask_for_another_place()
            return
        self.footer.unsaved = 0
        if refused:  # once said, the next `q` quits
            self.notice.say(" ".join(refused), refused=True)
        else:
            self.app.exit()

    def write_before_the_end(self) -> None:
        """Somebody ends the program from outside: the last try to write what waits."""
        if len(self.unsaved):
            self.store.wait_at_most(_LAST_PATIENCE)
            with self.told():
                self.unsaved.write(self.store)

    def _ask_for_another_place(self) -> None:
        name = os.path.basename(default_path()).replace(".db", f"-{self.today.isoformat()}.db")
        proposed = os.path.join(os.path.expanduser("~"), name)

        def submit(texts: Texts) -> str | None:
            path = os.path.expanduser(texts["path"].strip())
            if not path:
                self.app.exit()
                return None
            try:
                self.store.copy_to(path)
                with Store.open(path) as other:
                    refused = self.unsaved.write(other)
            except LundiError as error:
                return error.sentence
            saved = _("Everything is saved in {path}").format(path=path)
            self.app.exit(message=" ".join([saved, *refused]))
            return None

        self.app.push_screen(asks.elsewhere(proposed, len(self.unsaved), submit))
