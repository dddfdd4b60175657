"""One of a few, with all of them in sight, and a letter for each that has one."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content

from tui.kit.fields.choice import Choice

UNSAID = ("", "–")
# The digits, and what stands on their keys of a French keyboard.
SCALE_KEYS = ("1,ampersand", "2,é", "3,quotation_mark", "4,apostrophe", "5,left_parenthesis")
_GUTTER = 2  # columns before a word, for the sign of the one that is chosen
_GAP = 2
_LETTER = 2  # columns of a letter and the blank after it


class Options(Choice):
    """What is chosen stands behind a ›; where there is no room for all, as an ordinary choice."""

    BINDINGS = [
        # Before the keys that follow them are given to the dialog: they may come quicker than they bubble up.
        Binding("left,h,backspace", "step(-1)", show=False, priority=True),
        Binding("right,l,space", "step(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        choices: tuple[tuple[str, str], ...],
        value: str,
        *,
        id: str,  # noqa: A002 - Textual's name
        letters: tuple[str, ...] = (),
    ) -> None:
        """Value and words of each; one that is '' stands for no choice yet, and isn't shown. A letter chooses in the
        order of the choices."""
        super().__init__(choices, value, id=id)
        self._shown = [(value, words) for value, words in choices if value]
        self._letters = letters or ("",) * len(self._shown)
        for letter, (chosen, _words) in zip(letters, self._shown, strict=bool(letters)):
            self._bindings.bind(letter, f"choose({chosen!r})", show=False, priority=True)

    def action_choose(self, value: str) -> None:
        self.value = value

    def render(self) -> Content:
        if not self._has_room:
            words = dict([UNSAID, *self._shown])[self.value]
            return Content("‹ ") + Content.styled(words, "bold") + Content(" ›")
        pieces = []
        for letter, (value, words) in zip(self._letters, self._shown, strict=True):
            chosen = value == self.value
            pieces.append(Content.styled(f"{'›' if chosen else '':<{_GUTTER}}", "bold $accent"))
            if letter:
                pieces.append(Content.styled(f"{letter} ", "bold $accent"))
            pieces.append(Content.styled(words, "bold" if chosen else "$lundi-muted"))
            pieces.append(Content(" " * self._gap))
        return Content("").join(pieces)

    @property
    def _has_room(self) -> bool:
        return sum(self._widths(0)) <= self.size.width

    @property
    def _gap(self) -> int:
        """Blank columns after each, where there is room for them."""
        return _GAP if sum(self._widths(_GAP)) <= self.size.width else 0

    def _widths(self, gap: int) -> list[int]:
        return [
            _GUTTER + (_LETTER if letter else 0) + cell_len(words) + gap
            for letter, (_value, words) in zip(self._letters, self._shown, strict=True)
        ]

    def on_click(self, event: events.Click) -> None:  # type: ignore[override]  # the ordinary one takes no event
        """A click on one of them chooses it."""
        if not self._has_room:
            return  # to the ordinary one, which comes next
        event.prevent_default()
        end = self.styles.padding.left
        for (value, _words), width in zip(self._shown, self._widths(self._gap), strict=True):
            end += width
            if event.x < end:
                self.value = value
                return


class Scale(Options):
    """One to five, also by the digit."""

    BINDINGS = [
        Binding(key, f"choose('{number}')", show=False, priority=True) for number, key in enumerate(SCALE_KEYS, 1)
    ]
