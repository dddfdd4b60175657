"""A campaign's message while it is typed: saved as one change, and kept apart until then."""

from __future__ import annotations

from lundi.campaign.campaign import Campaign, Message
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from storage.campaign.intents import write_message
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from storage.store import Store
from tui.kit.fields.field import Texts
from tui.kit.place import Desk

MESSAGE, ANSWERS = "message", ("for_me", "so_what", "what_now")


class MessageDraft:
    """What the file has of a message, and what of it isn't in the campaign yet."""

    def __init__(self, campaign: Campaign, desk: Desk) -> None:
        """Unreadable when the file can't be read."""
        self.campaign, self._desk = campaign, desk
        self.is_closed = campaign.ending is not None
        self._form = f"message/{campaign.id}"
        message = campaign.message
        self._saved: Texts = {MESSAGE: message.text, **dict(zip(ANSWERS, message.answers, strict=True))}
        kept = {} if self.is_closed else read_unfinished(desk.store, self._form)
        self.first: Texts = {**self._saved, **kept}  # what stands there when it is opened

    @property
    def was_left(self) -> bool:
        """Whether it was typed before, and isn't in the campaign yet."""
        return self.first != self._saved

    def is_saved(self, texts: Texts) -> bool:
        """Whether there is nothing to save."""
        return self.is_closed or texts == self._saved

    def save(self, texts: Texts) -> str | None:
        """Put it into the campaign; a refusal comes back as its sentence."""
        refusal = self._desk.perform(
            lambda store, now: self._write(store, texts, now),
            _("Saved: the message of '{name}'. `u` takes it back.").format(name=self.campaign.name),
        )
        if refusal is None:
            self._saved = texts
        return refusal

    def _write(self, store: Store, texts: Texts, now: Moment) -> None:
        with store.writing(now):
            write_message(store, self.campaign, Message(texts[MESSAGE], "", *(texts[name] for name in ANSWERS)), now)
            forget_unfinished(store, self._form, now)

    def keep(self, texts: Texts) -> None:
        """Keep it apart, or forget what was kept where it is as it was saved. Unavailable when it can't be written."""
        self._keep(self._desk.store, texts, self._desk.now)

    def put_aside(self, texts: Texts) -> None:
        """Keep it apart, in memory while the file takes nothing."""
        self._desk.demand(lambda store, now: self._keep(store, texts, now))

    def _keep(self, store: Store, texts: Texts, now: Moment) -> None:
        """Only what is other than it was saved: another program may change the rest until it is opened again."""
        with store.writing(now):
            forget_unfinished(store, self._form, now)
            keep_unfinished(
                store, self._form, {name: text for name, text in texts.items() if text != self._saved[name]}, now
            )
