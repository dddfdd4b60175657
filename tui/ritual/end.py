"""After the commit: how long it took, and the offer to close (C16)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from lundi.time.weeks import Week
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from tui.kit.commands import key_named
from tui.kit.drawing.prose import Prose
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal

_MINUTE = 60


class Took(Prose):
    """How long the ritual took."""

    GROUND = "surface"

    def __init__(self, seconds: int) -> None:
        super().__init__()
        minutes = max(1, round(seconds / _MINUTE))
        said = ngettext("It took {count} minute. Close lundi?", "It took {count} minutes. Close lundi?", minutes)
        self.set_reactive(Prose.sentence, said.format(count=minutes))


class RitualEnd(FittedModal):
    """Enter closes the program, Esc goes to the Week."""

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        Binding("enter", "close", show=False, priority=True),
        Binding("escape,q", "stay", show=False, priority=True),
    ]

    def __init__(self, week: Week, seconds: int) -> None:
        super().__init__()
        self._week, self._seconds = week, seconds

    def compose(self) -> ComposeResult:
        keys = ((key_named("enter"), _("close lundi")), (key_named("escape"), _("to the Week")))
        with Foot(classes="dialog"):
            title = _("Week {number} is planned.").format(number=self._week.iso_number)
            yield Static(title, classes="title", markup=False)
            yield Took(self._seconds)
            yield Static("   ".join(f"{key} {word}" for key, word in keys), classes="keys", markup=False)

    async def action_close(self) -> None:
        if self.is_active:  # a second Enter, quicker than the first one's closing
            self.dismiss()
            await self.run_action("app.quit")

    def action_stay(self) -> None:
        if self.is_active:
            self.dismiss()
