"""A dialog of which nothing is lost when the program ends before it is saved or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.await_complete import AwaitComplete
from textual.widget import Widget

from lundi.words.errors import LundiError
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Submit
from tui.kit.unfinished_texts import UnfinishedTexts


class KeptDialog(Dialog):
    """What is typed into it is kept in the file until it is saved or cancelled, and is there again the next time."""

    def __init__(
        self,
        desk: Desk,
        form: str,
        title: str,
        fields: Callable[[Texts], list[Field]],
        submit: Submit,
        *,
        describe: Callable[[Texts], str] | None = None,
        lead: Widget | None = None,
    ) -> None:
        """The form is the name under which the texts are kept. The fields get what was kept, by field id; the submit
        forgets it with the change that saves it. What can't be read now is said, and waits in the file."""
        self._desk, self._form = desk, form
        self._kept: Texts = {}  # what the file has
        with desk.told():
            self._kept = read_unfinished(desk.store, form)
        super().__init__(title, fields(self._kept), submit, describe=describe, lead=lead)
        self._unfinished = UnfinishedTexts(self, self._keep, self.refuse)

    def _keep(self, texts: Texts) -> None:
        keep_unfinished(self._desk.store, self._form, texts, self._desk.now)
        self._kept = texts

    def on_mount(self) -> None:
        self._unfinished.begin(self.texts)

    @property
    def _is_open(self) -> bool:
        """Keys that come after it was closed aren't typed into it."""
        return self.is_mounted and self in self.app.screen_stack

    def changed(self) -> None:
        super().changed()
        if self._is_open:
            self._unfinished.follow(self.texts)

    def take_texts(self) -> None:
        """What stands in the fields this moment is what will be kept: somebody ends the program from outside."""
        if self._is_open:
            self._unfinished.typed = self.texts

    def on_unmount(self) -> None:
        """However the program ends, what is typed is kept; it is the cause that is told then, and not this."""
        with suppress(LundiError):
            self._unfinished.keep_in_file()

    def action_cancel(self) -> None:
        if self.is_active and self._kept:
            with self._desk.told():
                forget_unfinished(self._desk.store, self._form, self._desk.now)
        super().action_cancel()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """It is saved or cancelled: nothing more is kept."""
        self._unfinished.done_with()
        return super().dismiss(result)
