"""Screens that know their room, and open with one layout and one paint."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Self

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui.kit.drawing.layout import fit
from tui.kit.drawing.sized import Sized

_STUCK = 2.0  # seconds after which a widget that answers nothing isn't waited for


async def settled(widget: Widget | None) -> None:
    """Wait until a widget has taken every key that came before."""
    done = asyncio.Event()
    if widget is not None and widget.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _STUCK)


class Leaving(Screen[None]):
    """A screen that goes once, and takes nothing else with it: what asks it to go may come twice, or late."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it. Where it is gone already, or something is open over it, nothing is closed."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Fitted(Leaving, Sized):
    """A screen that has the classes of the terminal's size before it has widgets.

    While one opens, Textual works its styles out twice, and lays it out and paints it three times: when it resumes,
    when it is told its own size, and when it is known to be mounted. Here the first time is the last, and what is asked
    of the screen meanwhile is part of it.
    """

    _is_opening = True

    def on_compose(self) -> None:
        fit(self)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not self._is_opening
        if self._is_opening:
            self.app.call_next(self.opened)  # after Textual's own word that it is mounted

    def opened(self) -> None:
        """From now on it is laid out and painted as it asks for it."""
        self._is_opening = False

    def on_layout(self, message: messages.Layout) -> None:
        if self._is_opening and not self.size:
            message.prevent_default()

    def on_resize(self, event: events.Resize) -> None:
        fit(self)
        if self._is_opening and event.size == self.size:
            event.prevent_default()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if self._is_opening and not regions:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class FittedModal(ModalScreen[None], Fitted):
    """The same over another screen."""
