"""The client's view on the dashboard: a message, written and read with a client's eyes."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual import events
from textual.widgets import TextArea

from lundi.campaign.campaign import STOP, Campaign, Ending, Message, Plan
from lundi.client.jargon import HOLLOW
from lundi.client.view import first_draft, look
from lundi.words import language
from storage.campaign.closing import close_campaign
from storage.campaign.intents import draft_campaign, start_campaign, write_message
from storage.campaign.rows import read_campaigns
from storage.client.words import add_word, read_own_words
from storage.file.unfinished import read_unfinished
from storage.store import Store
from tests.tui.conftest import Dashboard, at
from tui.client.view import ClientsViewScreen, clients_view
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.lists import ListScreen

DRAFT = "Notre solution clé en main optimise votre trésorerie et booste vos performances."
MESSAGE = (
    "Vous connaissez un artisan qui a du travail et pas d’argent le 5 ? Donnez-lui ce numéro : la première heure est"
    " pour lui, gratuite."
)
SIZES = [(80, 24), (120, 36)]
WORDS = {"fr": "Vue du client", "en": "Client's view"}
PATIENCE = 0.35


def campaign(store: Store, text: str = "", **message: str) -> Campaign:
    plan = Plan("Chacun amène un artisan", "trois clients", "une heure offerte", "artisans", "Yann", channel="voix",
                ends_on=date(2026, 12, 11))  # fmt: skip
    campaign_id = draft_campaign(store, plan, at("2026-11-16"))
    if text or message:
        write_message(store, one(store, campaign_id), Message(text, **message), at("2026-11-16"))
    return one(store, campaign_id)


def one(store: Store, campaign_id: str) -> Campaign:
    return next(found for found in read_campaigns(store) if found.id == campaign_id)


@pytest.fixture
def view(open_app, store):
    """Open the client's view of a campaign: `async with view(found, lang="fr", size=(80, 24)) as it`."""

    @asynccontextmanager
    async def opened(found: Campaign, **options):
        options.setdefault("lang", "fr")
        async with open_app(store, **options) as it:
            it.app.main.open(clients_view(found, it.app.main))
            await it.pilot.pause()
            yield it

    return opened


def text_of(it: Dashboard) -> str:
    return it.app.screen.query_one(TextArea).text


async def after_a_moment(it: Dashboard) -> None:
    await it.pilot.pause(PATIENCE)
    await it.pilot.pause()


def is_open(it: Dashboard) -> bool:
    return isinstance(it.app.screen, ClientsViewScreen)


# Looks


@pytest.mark.parametrize("size", SIZES)
async def test_text_remarks_and_questions_are_there(view, store, size):
    async with view(campaign(store, DRAFT, for_me="Oui, deux."), size=size) as it:
        for words in ("Vue du client", "solution clé en main", "▪", "plutôt", "jargon 3", "Pour moi", "Oui, deux."):
            assert words in it.text, words
        assert "Aucun chiffre\u00a0: lequel serait vrai\u00a0?" in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_same_in_english(view, store, size):
    text = "Our turnkey solution optimises your cash flow."
    async with view(campaign(store, text), size=size, lang="en") as it:
        for words in ("Client's view", "turnkey", "▪", "rather", "For me?", "So what?", "What do I do now?"):
            assert words in it.text, words
        assert "No number: which one would be true?" in it.text


@pytest.mark.parametrize("size", [(60, 24), (60, 12), (40, 12), (75, 20), (76, 20), (200, 60)])
async def test_no_size_is_too_much(view, store, size):
    async with view(campaign(store, DRAFT * 3), size=size) as it:
        await it.press("tab", "down", "enter", "tab", "x", "tab", "tab", "tab", "é")
        for other in ((30, 8), (120, 36)):
            await it.pilot.resize_terminal(*other)
            await it.pilot.pause()
        assert WORDS["fr"] in it.text


async def test_words_are_underlined_in_the_text_as_long_as_they_stand_there(view, store):
    async with view(campaign(store, DRAFT)) as it:
        area = it.app.screen.query_one(TextArea)
        spans = [area.get_line(0).plain[span.start : span.end] for span in area.get_line(0).spans]
        assert spans == ["solution clé en main", "optimise", "booste"]
        await it.press("X")  # at the start: everything moves by one, and nothing is looked at yet
        assert not area.get_line(0).spans
        await after_a_moment(it)
        assert len(area.get_line(0).spans) == 3


# Ideas


async def test_c01_tools_are_found_while_typing(view, store):
    async with view(campaign(store)) as it:
        await it.type("Avec notre CRM et son automatisation")
        await after_a_moment(it)
        assert "■ CRM" in it.text
        assert "le carnet de clients" in it.text
        assert "▪ automatisation" in it.text
        assert it.text.index("■ CRM") < it.text.index("▪ automatisation")


async def test_c02_how_often_and_where_are_remarked(view, store):
    async with view(campaign(store, "On publie chaque semaine sur LinkedIn."), size=(120, 36)) as it:
        assert "Combien de fois, où ou comment" in it.text
        assert "chaque semaine" in it.text
        assert "sur LinkedIn" in it.text


@pytest.mark.parametrize("phrase", ["Marketings de contenu", "MARKETING CONTEXTUEL", "marketings d’influence"])
async def test_c06_the_three_words_are_flagged_with_a_plain_alternative(view, store, phrase):
    async with view(campaign(store, f"Le {phrase} !")) as it:
        assert f"■ {phrase}" in it.text
        assert "plutôt" in it.text


@pytest.mark.parametrize("key", ["ctrl+n", "plus"])
async def test_c08_one_key_adds_the_word_under_the_cursor(view, store, database, key):
    async with view(campaign(store, "Une approche holistique")) as it:
        it.app.screen.query_one(TextArea).move_cursor((0, 20))
        if key == "plus":
            await it.press("tab")
        await it.press(key)
        assert isinstance(it.app.screen, Dialog)
        assert it.typed[0] == "holistique"
        await it.press("tab")
        await it.type("qui regarde tout")
        await it.press("ctrl+s")
        assert is_open(it)
        assert "▪ holistique" in it.text
        assert "qui regarde tout" in it.text
    (word,) = read_own_words(store)
    assert (word.term, word.plain, word.severity) == ("holistique", "qui regarde tout", HOLLOW)
    with Store.open(str(database)) as again:  # it survives a restart
        assert read_own_words(again) == (word,)


async def test_c09_the_three_answers_are_kept_with_the_message(view, store):
    found = campaign(store, MESSAGE)
    async with view(found) as it:
        await it.press("tab", "tab")
        await it.type("Oui, j’en connais deux.")
        await it.press("enter")
        await it.type("Je rends service.")
        await it.press("tab")
        await it.type("Je donne un numéro.")
        await it.press("ctrl+s")
        assert not is_open(it)
    assert one(store, found.id).message.answers == (
        "Oui, j'en connais deux.".replace("'", "’"), "Je rends service.", "Je donne un numéro.")  # fmt: skip
    assert one(store, found.id).message.text == MESSAGE


async def test_c15_who_it_is_about(view, store):
    async with view(campaign(store, "Nous sommes fiers de notre méthode")) as it:
        assert "vous 0, moi 2" in it.text
        assert "Vous parlez de vous" in it.text


async def test_d28_a_number_is_asked_for_until_there_is_one(view, store):
    async with view(campaign(store, "Vous connaissez un artisan")) as it:
        assert "Aucun chiffre" in it.text
        it.app.screen.query_one(TextArea).move_cursor((0, 30))
        await it.type(" qui attend depuis 4 jours")
        await after_a_moment(it)
        assert "Aucun chiffre" not in it.text
        assert "un chiffre" in it.text


async def test_the_samples_draft_is_flagged_three_times_and_its_message_not_at_all(view, store):
    language.use("fr")
    assert len(look(DRAFT).findings) == 3
    assert look(MESSAGE).findings == ()
    async with view(campaign(store, DRAFT)) as it:
        assert "jargon 3" in it.text
    async with view(campaign(store, MESSAGE)) as it:
        assert "jargon 0" in it.text
        assert "un chiffre" in it.text
        assert "✓ Chaque mot" in it.text


# The remarks


async def test_enter_puts_the_plain_words_in(view, store):
    async with view(campaign(store, "Solution clé en main, avec notre CRM.")) as it:
        await it.press("tab", "enter")
        assert text_of(it) == "Solution clé en main, avec notre le carnet de clients."
        assert "CRM" not in it.text
        await it.press("shift+tab", "ctrl+z")
        assert text_of(it) == "Solution clé en main, avec notre CRM."


async def test_a_capital_stays_one(view, store):
    async with view(campaign(store, "CRM pour tous")) as it:
        await it.press("tab", "enter")
        assert text_of(it) == "Le carnet de clients pour tous"


async def test_of_several_ways_one_is_chosen(view, store):
    async with view(campaign(store, "Voyez notre landing page.")) as it:
        await it.press("tab", "enter")
        assert isinstance(it.app.screen, ListScreen)
        assert "la page du site" in it.text
        await it.press("down", "enter")
        assert is_open(it)
        assert text_of(it) == "Voyez notre la page où l’on vous explique."


async def test_words_over_two_lines_are_replaced_whole(view, store):
    async with view(campaign(store, "Un taux\nde conversion.\nFin")) as it:
        await it.press("tab", "enter")
        assert text_of(it) == "Un combien disent oui sur dix.\nFin"


async def test_z_silences_a_word_for_good(view, store):
    async with view(campaign(store, DRAFT)) as it:
        await it.press("tab", "z")
        assert "jargon 2" in it.text
        assert any(word.silenced for word in read_own_words(store))
        await it.press("escape")
        await it.press("u")
    assert read_own_words(store) == ()


async def test_1_shows_what_is_fine_among_colleagues_and_hides_it_again(view, store):
    add_word(store, "bouclage", "", 1, at("2026-11-16"))
    language.use("fr")
    add_word(store, "bouclage", "la fin", 1, at("2026-11-16"))
    async with view(campaign(store, "Le bouclage du 5")) as it:
        assert "bouclage" not in it.text.replace("Le bouclage du 5", "")
        await it.press("tab", "1")
        assert "· bouclage" in it.text
        assert "jargon 0" in it.text
        await it.press("ampersand")
        assert "· bouclage" not in it.text


async def test_letters_are_text_in_the_text(view, store):
    async with view(campaign(store)) as it:
        await it.press("z", "1", "q", "question_mark", "u", "enter", "k")
        it.app.post_message(events.Key("plus", "+"))
        await it.pilot.pause()
        assert text_of(it) == "z1q?u\nk+"


async def test_tab_goes_round(view, store):
    async with view(campaign(store)) as it:
        stops = []
        for _stop in range(6):
            stops.append(it.app.focused.id)
            await it.press("tab")
        assert stops == ["message", "remarks", "for_me", "so_what", "what_now", "message"]


# Nothing typed is lost


@pytest.mark.parametrize("key", ["ctrl+s", "escape"])
async def test_both_ways_out_save(view, store, key):
    found = campaign(store)
    async with view(found) as it:
        await it.hurry(*"Bonjour", "tab", "tab", *"Oui", key)
        assert not is_open(it)
        assert "Enregistré" in it.notice
        assert one(store, found.id).message == Message("Bonjour", "", "Oui")
        await it.press("u")
    assert one(store, found.id).message == Message()
    assert read_unfinished(store, f"message/{found.id}") == {}


async def test_escape_without_a_change_writes_nothing(view, store, dump):
    found = campaign(store, DRAFT)
    async with view(found) as it:
        before = dump(store.connection)
        await it.press("tab", "down", "tab", "escape")
        assert not is_open(it)
        assert it.notice == ""
        assert dump(store.connection) == before


async def test_what_is_typed_outlives_the_end_of_the_program(view, store):
    found = campaign(store, DRAFT)
    async with view(found) as it:
        await it.type("À moitié ")
        await it.leave_by("ctrl+q")
    assert one(store, found.id).message.text == DRAFT
    async with view(found) as it:
        assert text_of(it) == f"À moitié {DRAFT}"
        assert "Tel que vous l’avez laissé" in it.text
        await it.press("ctrl+s")
    assert one(store, found.id).message.text == f"À moitié {DRAFT}"
    assert read_unfinished(store, f"message/{found.id}") == {}


async def test_what_is_typed_is_kept_after_a_moment(view, store):
    found = campaign(store)
    async with view(found) as it:
        await it.type("Bonjour")
        await after_a_moment(it)
        assert read_unfinished(store, f"message/{found.id}")["message"] == "Bonjour"
        await it.press("ctrl+u")
        await after_a_moment(it)
        assert read_unfinished(store, f"message/{found.id}") == {}


async def test_a_busy_file_is_said_and_the_text_stays(view, store, database):
    found = campaign(store)
    async with view(found) as it:
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await it.type("Bonjour")
        await it.press("ctrl+s")
        assert is_open(it)
        assert "occupé" in it.text
        assert text_of(it) == "Bonjour"
        await it.press("escape")  # once more: what is typed waits in memory
        assert not is_open(it)
        other.execute("ROLLBACK")
        other.close()
        await it.look_around()
        assert read_unfinished(store, f"message/{found.id}")["message"] == "Bonjour"
        it.app.main.open(clients_view(found, it.app.main))
        await it.pilot.pause()
        assert text_of(it) == "Bonjour"
        await it.press("ctrl+s")
    assert one(store, found.id).message.text == "Bonjour"


def closed(store: Store, found: Campaign) -> None:
    start_campaign(store, found, at("2026-11-17"))
    close_campaign(store, one(store, found.id), Ending(date(2026, 11, 18), STOP), at("2026-11-18"))


async def test_a_campaign_that_was_closed_meanwhile_refuses_and_the_text_stays(view, store):
    found = campaign(store, DRAFT)
    async with view(found) as it:
        await it.type("Neuf ")
        closed(store, found)
        await it.press("ctrl+s")
        assert is_open(it)
        assert text_of(it).startswith("Neuf ")
        assert "reste telle" in it.text or "close" in it.text
        await it.press("escape")
        assert not is_open(it)
    assert one(store, found.id).message.text == DRAFT
    assert read_unfinished(store, f"message/{found.id}")["message"].startswith("Neuf ")


@pytest.mark.parametrize(("lang", "sentence"), [("fr", "Entre-temps"), ("en", "Another program has written")])
async def test_a_message_that_another_window_wrote_is_not_written_over(view, store, lang, sentence):
    found = campaign(store, MESSAGE, for_me="Oui")
    async with view(found, lang=lang) as it:
        await it.type("Neuf ")
        theirs = Message("Le leur", for_me="Leur réponse")
        write_message(store, one(store, found.id), theirs, at("2026-11-16"))
        await it.press("ctrl+s")
        assert is_open(it)
        assert sentence in it.text
        assert text_of(it).startswith("Neuf ")
        assert one(store, found.id).message == theirs
        await it.press("escape")
        assert not is_open(it)
    async with view(one(store, found.id), lang=lang) as it:
        assert text_of(it).startswith("Neuf ")
        await it.press("ctrl+s")
    assert one(store, found.id).message == Message(f"Neuf {MESSAGE}", for_me="Leur réponse")
    assert read_unfinished(store, f"message/{found.id}") == {}


async def test_the_first_draft_is_that_of_what_another_window_wrote(view, store):
    found = campaign(store)
    async with view(found) as it:
        write_message(store, found, Message(DRAFT), at("2026-11-16"))
        write_message(store, one(store, found.id), Message(MESSAGE), at("2026-11-16"))
        write_message(store, one(store, found.id), Message(), at("2026-11-16"))
        await it.type("Bonjour")
        await it.press("ctrl+s")
        assert not is_open(it)
    assert one(store, found.id).message == Message("Bonjour", DRAFT)


async def test_a_closed_campaign_is_to_be_read(view, store, dump):
    found = campaign(store, DRAFT, for_me="Oui")
    closed(store, found)
    async with view(one(store, found.id)) as it:
        before = dump(store.connection)
        assert "à lire" in it.text
        await it.press("x", "tab", "enter", "tab", "y", "ctrl+s")
        assert not is_open(it)
        assert dump(store.connection) == before


async def test_too_long_a_text_is_refused_and_stays(view, store):
    found = campaign(store)
    async with view(found) as it:
        await it.type("mot " * 30_000)
        await it.press("ctrl+s")
        assert is_open(it)
        assert len(text_of(it)) == 120_000
        assert "100000" in it.text.replace(" ", "").replace("\u00a0", "")


# The first draft


def test_the_first_draft_is_what_was_flagged_and_replaced_by_a_text_that_is_not():
    language.use("fr")
    assert first_draft("", DRAFT, MESSAGE) == DRAFT
    assert first_draft("kept", DRAFT, MESSAGE) == "kept"
    assert first_draft("", DRAFT, f"{DRAFT} CRM") == ""
    assert first_draft("", DRAFT, " \n") == ""
    assert first_draft("", "", MESSAGE) == ""
    assert first_draft("", MESSAGE, MESSAGE) == ""


async def test_the_first_draft_is_remembered_when_the_message_becomes_plain(view, store):
    found = campaign(store)
    for text, remembered in ((DRAFT, ""), (MESSAGE, DRAFT), ("Autre chose, 5 fois.", DRAFT)):
        async with view(one(store, found.id)) as it:
            it.app.screen.query_one(TextArea).select_all()
            await it.type(text)
            await it.press("ctrl+s")
        assert (one(store, found.id).message.text, one(store, found.id).message.first_draft) == (text, remembered)


# Hurry, pastes, much text


async def test_keys_in_one_breath(view, store):
    found = campaign(store)
    async with view(found) as it:
        await it.hurry(*"Notre CRM", "tab", "enter", "tab", *"oui", "enter", *"et", "tab", *"va", "ctrl+s")
        assert not is_open(it)
    message = one(store, found.id).message
    assert message.answers == ("oui", "et", "va")
    assert message.text in ("Notre CRM", "Notre le carnet de clients")


async def test_a_paste_of_several_lines_without_what_a_terminal_obeys(view, store):
    found = campaign(store)
    async with view(found) as it:
        await it.type("Un\r\nDeux\x1b[31m\n\nTrois")
        assert text_of(it) == "Un\nDeux[31m\n\nTrois"
        await it.press("ctrl+s")
    assert one(store, found.id).message.text == "Un\nDeux[31m\n\nTrois"


@pytest.mark.parametrize(("end", "length"), [(" ", 20_000), ("\n", 99_000)], ids=["one-line", "lines"])
@pytest.mark.slow
async def test_a_long_text(view, store, end, length):
    times = length // (len(DRAFT) + 1)
    text = (DRAFT + end) * times
    found = campaign(store)
    async with view(found, size=(120, 36)) as it:
        await it.type(text)
        await after_a_moment(it)
        assert f"jargon {3 * times}" in it.text
        assert "encore" not in it.lines[5]
        await it.press("tab", "down", "pagedown", "shift+tab", "x")
        await it.press("ctrl+s")
        assert not is_open(it)
    assert len(one(store, found.id).message.text) > length - len(DRAFT) - 2


async def test_v_opens_it_from_the_campaign(open_app, store):
    found = campaign(store, DRAFT)
    async with open_app(store, lang="fr") as it:
        await it.press("3", "v")
        assert is_open(it)
        await it.type("Neuf. ")
        await it.press("escape")
        assert not is_open(it)
        assert "Neuf." in it.text
    assert one(store, found.id).message.text == f"Neuf. {DRAFT}"


@pytest.mark.parametrize("keys", ["escape ctrl+n escape", "ctrl+s ctrl+n escape", "escape escape ctrl+n escape"])
async def test_a_word_asked_for_while_it_closes_harms_nothing(view, store, keys):
    """What is asked over it comes before it has closed: it closes once that is gone."""
    found = campaign(store, DRAFT)
    async with view(found) as it:
        await it.type("Neuf. ")
        await it.hurry(*keys.split())
        for _time in range(2):
            await it.press("escape")
        assert it.app.is_running
        assert not it.app.return_code
        assert len(it.app.screen_stack) == 1
    assert one(store, found.id).message.text == f"Neuf. {DRAFT}"


async def test_without_colour_signs_and_words_say_it(view, store, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with view(campaign(store, DRAFT)) as it:
        await it.press("tab", "down")
        assert "› ▪ optimise" in it.text
        area = it.app.screen.query_one(TextArea)
        assert all(span.style.underline for span in area.get_line(0).spans)
