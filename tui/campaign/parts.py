"""The parts of a campaign's page, as blocks of text."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len

from lundi.campaign.campaign import Campaign, Difference, differences, missing
from lundi.campaign.page import CampaignPage
from lundi.campaign.review import changed, checked_on, comes_round, cost
from lundi.client.remarks import figures
from lundi.client.view import ClientsView
from lundi.record import record
from lundi.time.formats import day_and_month, month_and_year
from lundi.time.stretches import RUNNING
from lundi.words import money
from lundi.words.language import N_, ngettext
from lundi.words.language import gettext as _
from lundi.words.marks import MET, PLANNED
from tui.kit.drawing.blocks import Block, Piece, Row, Run, beside, flowing, keyed, labelled, paragraph
from tui.kit.drawing.lines import ELLIPSIS, allotted, fitted, wrapped

_QUOTATION = "▎"
_QUESTIONS = (N_("for me"), N_("so what"), N_("what now"))
_PROSE = 74  # columns
_MESSAGE_LINES, _DRAFT_LINES = 8, 3  # at most; the client's view has the whole
_FACT_LINES = 2
_GAP = 2
_ARROW = 5  # columns of what stands between a label and two texts, one of which became the other
_SECOND = 54  # where the right half begins, with room


@record
class Columns:
    """Where things stand at a size."""

    width: int
    text: int  # where what a label is about begins
    bars: int
    roomy: bool
    ease: int = 2  # 2 with blank lines inside sections, 1 without them, 0 without what another key shows too

    @property
    def rest(self) -> int:
        return self.width - self.text


def card(page: CampaignPage, campaign: Campaign, columns: Columns) -> Block:
    """Goal, offer, for whom, and what carries it (H01)."""
    plan = campaign.plan
    started = campaign.started_on is not None
    spent = _("spent {amount}").format(amount=money.shown(plan.spent))
    for_whom = [(plan.audience, "text")]
    about = [
        (_("written for {name}").format(name=plan.reader) if plan.reader else "", "muted"),
        (plan.channel, "muted"),
        (plan.line, "muted"),
        (spent if plan.spent or (started and columns.ease) else "", "muted"),
    ]
    facts = _facts([*for_whom, *about], columns)
    if columns.ease == 0 and len(facts) > _FACT_LINES:
        about = [run for run in about if run[0]]
        widths = allotted([cell_len(text) for text, _voice in about], columns.rest - _GAP * (len(about) - 1))
        short = [(fitted(text, width), voice) for (text, voice), width in zip(about, widths, strict=True)]
        facts = [*_facts(for_whom, columns), *_facts(short, columns)]
    block = labelled(_("Goal"), paragraph(plan.goal, columns.rest), columns.text)
    block += labelled(_("Offer"), paragraph(plan.offer, columns.rest), columns.text)
    block += labelled(_("For whom"), facts, columns.text)
    if columns.ease or not page.habits:
        block += labelled(_("Carried by"), _carriers(page, columns), columns.text)
    if campaign.first_end is not None:
        words = _("first until {day}; {why}").format(day=day_and_month(campaign.first_end), why=campaign.lengthened_why)
        block += labelled(_("Lengthened"), paragraph(words, columns.rest, "muted"), columns.text)
    if started and campaign.state(page.today) != RUNNING:
        block += [(), *flowing([keyed(_("It has ended. `b` looks back, closes it, and keeps what it taught."), "text")],
                               columns.width, 0)]  # fmt: skip
    return block


def _facts(runs: list[Run], columns: Columns) -> Block:
    """Those that are there beside each other, in as many lines as they take."""
    items = [((fitted(text, columns.rest), voice),) for text, voice in runs if text]
    return flowing(items, columns.rest, 2 * _GAP if columns.roomy else _GAP)


def _carriers(page: CampaignPage, columns: Columns) -> Block:
    if page.habits:
        return paragraph(", ".join(page.habits), columns.rest, "muted")
    return flowing([keyed(_("Which habit carries it? `w`"), "muted")], columns.rest, 0)


def origin(page: CampaignPage, campaign: Campaign, columns: Columns) -> Block:
    """The one it comes from, what that one cost, and what is different now (F27, X02)."""
    parent = page.parent
    if parent is None:
        return []
    clients = parent.ending.new_clients if parent.ending else None
    words = [cost(parent.plan.spent, clients)] if clients else []
    first = _("'{name}', {month}").format(name=parent.name, month=month_and_year(_last_day(parent)))
    block = paragraph(" · ".join([first, *words]), columns.rest, "muted")
    for difference in differences(parent, campaign):
        room = columns.rest - cell_len(_(difference.label)) - _ARROW
        before, after = (" ".join(text.split("\n")) for text in (difference.before, difference.after))
        short = Difference(difference.label, fitted(before, room // 2), fitted(after, room - room // 2))
        block.append((Piece(0, changed(short)),))
    return labelled(_("Comes from"), block, columns.text)


def before_it_starts(page: CampaignPage, campaign: Campaign, columns: Columns) -> Block:
    """What a draft needs still, and how long it has been prepared (F12)."""
    open_points = list(missing(campaign.plan, page.today))
    block: Block = [(Piece(0, _("Before it starts"), "strong"),)]
    for sentence in open_points:
        block += beside((0, [(Piece(0, PLANNED),)]), (2, paragraph(sentence, columns.width - 2)))
    if open_points:
        block += flowing([keyed(_("`e` fills the card in."), "muted")], columns.width, 0)
    else:
        ready = keyed(_("Everything it needs is there. `s` starts it."), "text")
        block += flowing([((MET, "success"), (" ", "text"), *ready)], columns.width, 0)
    days = campaign.days_of_preparation(page.today)
    if not days:
        return block
    if campaign.is_prepared_too_long(page.today):
        words = ngettext("Prepared for {days} day: start small.", "Prepared for {days} days: start small.", days)
    else:
        words = ngettext("{days} day of preparation", "{days} days of preparation", days)
    voice = "text" if campaign.is_prepared_too_long(page.today) else "faint"
    return [*block, *paragraph(words.format(days=days), columns.width, voice)]


def message(page: CampaignPage, campaign: Campaign, columns: Columns) -> list[Block]:
    """The message, how a client answers it, and with room its first draft: as sections (C09)."""
    held = campaign.message
    heading: Block = [(Piece(0, _("Message"), "strong"),)]
    if not held.text:
        words = keyed(_("No message yet. `v` writes it and reads it as a client does."), "muted")
        if columns.roomy:
            return [[*heading, *_blank(columns), *flowing([words], columns.width, 0)]]
        return [beside((0, heading), (columns.text, flowing([words], columns.rest, 0)))]
    view: Block = [(Piece(0, fitted(_("Client's view"), _SECOND if columns.roomy else columns.text + 1), "strong"),)]
    remarks = _remarks(page.message)
    if not columns.roomy:
        label = [*heading, (Piece(0, *remarks[2]),)]
        quoted = beside((0, label), (columns.text, _quoted(held.text, columns.rest - 2)))
        view += [(Piece(0, *remark),) for remark in remarks[:2]]
        return [quoted, beside((0, view), (columns.text + 2, _answers(campaign, columns.rest - 2)))]
    width = columns.width - _SECOND
    view += [*_blank(columns), *_answers(campaign, width), *_blank(columns)]
    view += flowing([(remark,) for remark in remarks], width, 5)
    left = [*heading, *_blank(columns), *_quoted(held.text, _SECOND - 6)]
    return [beside((0, left), (_SECOND, view)), _first_draft(page, columns) if page.first_words else []]


def _blank(columns: Columns) -> Block:
    """A blank line inside a section, where there is room for one."""
    return [()] if columns.ease > 1 else []


def _quoted(text: str, width: int) -> Block:
    lines = wrapped(text, width)
    if len(lines) > _MESSAGE_LINES:
        lines = [*lines[: _MESSAGE_LINES - 1], fitted(lines[_MESSAGE_LINES - 1], width - 1) + ELLIPSIS]
    return [(Piece(0, _QUOTATION, "accent"), Piece(2, line)) for line in lines]


def _answers(campaign: Campaign, width: int) -> Block:
    """The client's three questions, with the answer to each."""
    words = [_(question) for question in _QUESTIONS]
    start = 2 + max(map(cell_len, words)) + 2
    block: Block = []
    for word, answer in zip(words, campaign.message.answers, strict=True):
        sign = Piece(0, MET, "success") if answer else Piece(0, PLANNED)
        block += beside((0, [(sign, Piece(2, word, "faint"))]), (start, paragraph(answer, width - start)))
    return block


def _remarks(seen: ClientsView) -> list[Run]:
    """What the text is like; what asks for a word with a client's eyes stands out."""
    striking = bool(seen.findings), seen.mirror.is_about_us, not seen.has_number
    return [(words, "text" if strikes else "faint") for words, strikes in zip(figures(seen), striking, strict=True)]


def _first_draft(page: CampaignPage, columns: Columns) -> Block:
    """The first draft with what was found in it underlined, and how one would say it."""
    width = min(columns.rest, _PROSE + 14)
    block: Block = []
    offset = 0
    for line in wrapped(page.first_words, width)[:_DRAFT_LINES]:
        if page.first_words[offset : offset + len(line)] == line:
            block.append(_underlined(line, offset, page.first_draft))
        else:  # a word wider than the line was cut
            block.append((Piece(0, line, "muted"),))
        offset += len(line) + 1
    rather = [((finding.plain.split(" / ")[0], "faint"),) for finding in page.first_draft.findings if finding.plain]
    return [
        *labelled(_("First draft"), block, columns.text),
        *labelled(_("Rather"), flowing(rather, columns.rest, 4), columns.text),
    ]


def _underlined(line: str, offset: int, seen: ClientsView) -> Row:
    pieces: list[Piece] = []
    end = 0
    for finding in seen.findings:
        start = max(0, finding.start - offset)
        stop = min(len(line), finding.start + len(finding.text) - offset)
        if start < stop:
            pieces += [Piece(cell_len(line[:end]), line[end:start], "muted"),
                       Piece(cell_len(line[:start]), line[start:stop], "flagged")]  # fmt: skip
            end = stop
    return (*pieces, Piece(cell_len(line[:end]), line[end:], "muted"))


def intentions(campaign: Campaign, columns: Columns) -> Block:
    """What is tried this time, and when it is enough (F11)."""
    if not columns.roomy:  # under the answers
        columns = Columns(columns.width, columns.text + 2, columns.bars, roomy=False, ease=columns.ease)
    plan, width = campaign.plan, min(_PROSE, columns.rest)
    this_time = _("This time I try") if columns.roomy else _("This time")
    enough = _("Enough when") if columns.roomy else _("Enough")
    return [
        *labelled(this_time, paragraph(plan.attempt, width, "muted"), columns.text),
        *labelled(enough, paragraph(plan.enough, width, "muted"), columns.text),
    ]


def programmes(page: CampaignPage, columns: Columns) -> Block:
    """What earlier campaigns became and still is."""
    block: Block = []
    for one in page.programmes:
        words = " · ".join((one.name, comes_round(one), checked_on(one, page.today)))
        block += paragraph(words, columns.rest, "faint")
    return labelled(_("Programmes"), block, columns.text)


def empty(columns: Columns) -> Block:
    """The card without a word, and the key that begins one."""
    labels = (_("Goal"), _("Offer"), _("For whom"), _("Channel"), _("Until"))
    block: Block = [(Piece(0, label, "faint"), Piece(columns.text, "·", "dot")) for label in labels]
    time = (Piece(0, _("Time gone"), "faint"), Piece(columns.text, "─" * (columns.rest - 1) + "┤", "rule"))
    words = keyed(_("`a` asks five questions to start one, its end date among them."), "muted")
    return [*block, (), time, (), *_blank(columns), (Piece(0, _("No campaign."), "strong"),), (),
            *flowing([words], columns.width, 0)]  # fmt: skip


def _last_day(campaign: Campaign) -> date:
    return campaign.ending.closed_on if campaign.ending else campaign.plan.ends_on or campaign.added_on
