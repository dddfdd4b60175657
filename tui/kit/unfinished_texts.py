"""What is typed into a screen and not done with yet: kept a moment after a key, and however the program ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.screen import Screen
from textual.timer import Timer

from lundi.words.errors import LundiError
from tui.kit.fields.field import Texts

_PATIENCE = 0.3  # seconds until what is typed is kept


class UnfinishedTexts:
    """The texts of a screen, and what of them the file has."""

    def __init__(self, screen: Screen[None], write: Callable[[Texts], None], refuse: Callable[[str], None]) -> None:
        """The write keeps the texts; where it can't, its sentence goes to the refuse."""
        self._screen, self._write, self._refuse = screen, write, refuse
        self.typed: Texts = {}  # as they are
        self._seen: Texts = {}  # as they were when they were kept last, or as the file has them
        self._timer: Timer | None = None

    def begin(self, texts: Texts) -> None:
        """They stand there as the file has them."""
        self.typed = self._seen = texts

    def follow(self, texts: Texts) -> None:
        """Something else is typed: it is kept in a moment."""
        self.typed = texts
        if self.unkept and self._timer is None:  # who types without a pause loses no more than that either
            self._timer = self._screen.set_timer(_PATIENCE, self.keep)

    @property
    def unkept(self) -> Texts:
        """What the file doesn't have yet."""
        return self.typed if self.typed != self._seen else {}

    def keep(self) -> bool:
        """Keep what is typed, so that nothing is lost of it; where the file refuses, the next try may succeed."""
        self._timer = None
        try:
            self.keep_in_file()
        except LundiError as error:
            self._refuse(error.sentence)
            return False
        return True

    def keep_in_file(self) -> None:
        """The same; what the file refuses is the caller's to tell."""
        if texts := self.unkept:
            self._write(texts)
            self._seen = texts

    def done_with(self) -> None:
        """What is typed is kept, or answered, or dropped."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._seen = self.typed


class KeepsTexts(Screen[None]):
    """A screen of which nothing is lost that is typed, however the program ends."""

    unfinished: UnfinishedTexts

    @property
    def texts(self) -> Texts:
        """What is there now; to be overridden."""
        raise NotImplementedError

    @property
    def is_typed_into(self) -> bool:
        """Whether what stands in the fields is what somebody typed; to be overridden."""
        raise NotImplementedError

    def take_texts(self) -> None:
        """What stands in the fields this moment is what will be kept: somebody ends the program from outside."""
        if self.is_typed_into:
            self.unfinished.typed = self.texts

    def on_unmount(self) -> None:
        """However the program ends, what is typed is kept; it is the cause that is told then, and not this."""
        with suppress(LundiError):
            self.unfinished.keep_in_file()
