"""The lines of a letter that depend on a code, or on the form of address.

Source texts are English; the form of address is the message context, `tu` or `usted`.
Nothing here claims what the paper cannot know: no receipt, no consent, no verdict on
the law.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .parts import Address, Channel, Factor, Standing, Way

Line = str | Promise


@dataclass(frozen=True, kw_only=True)
class DirectLines:
    """What is said to the client himself."""

    you_asked: Line
    your_words: Line
    you_decide: Line
    going_ahead: Line
    own_words: Line
    if_not_so: Line
    carried_out: Line
    still_open: Line
    refused: Line
    following: Line
    following_end: Line
    withdrawing: Line
    withdrawing_end: Line
    no_answer_yet: Line
    up_to_you: Line
    refused_anyway: Line


DIRECT = {
    Address.TU: DirectLines(
        you_asked=pgettext_lazy("tu", "You asked"),
        your_words=pgettext_lazy("tu", "Your words"),
        you_decide=pgettext_lazy("tu", "You decide"),
        going_ahead=pgettext_lazy(
            "tu", "To go ahead as you asked, against our recommendation."
        ),
        own_words=pgettext_lazy("tu", "In your own words"),
        if_not_so=pgettext_lazy("tu", "If this is not so, please write to us."),
        carried_out=pgettext_lazy("tu", "We will carry it out as you asked."),
        still_open=pgettext_lazy(
            "tu",
            "Our recommendation stands. Should you change your mind, a word is enough "
            "and we take up the alternative.",
        ),
        refused=pgettext_lazy(
            "tu",
            "We will not carry out what you asked, for the reasons set out above. Your "
            "decision is recorded here and does not change that.",
        ),
        following=pgettext_lazy("tu", "To follow our recommendation."),
        following_end=pgettext_lazy(
            "tu", "We will do it as recommended, not as it was first asked."
        ),
        withdrawing=pgettext_lazy("tu", "To withdraw the request."),
        withdrawing_end=pgettext_lazy(
            "tu", "Nothing of what you asked will be done. Ask again at any time."
        ),
        no_answer_yet=pgettext_lazy(
            "tu", "No answer of yours has been noted up to %(moment)s."
        ),
        up_to_you=pgettext_lazy(
            "tu",
            "It is still yours to decide: to follow the recommendation, to withdraw "
            "the request or to go ahead as asked. A word is enough. Until then we are "
            "not carrying it out.",
        ),
        refused_anyway=pgettext_lazy(
            "tu",
            "It is still yours to decide what to do instead; a word is enough. What "
            "you asked we will not carry out, for the reasons set out above.",
        ),
    ),
    Address.USTED: DirectLines(
        you_asked=pgettext_lazy("usted", "You asked"),
        your_words=pgettext_lazy("usted", "Your words"),
        you_decide=pgettext_lazy("usted", "You decide"),
        going_ahead=pgettext_lazy(
            "usted", "To go ahead as you asked, against our recommendation."
        ),
        own_words=pgettext_lazy("usted", "In your own words"),
        if_not_so=pgettext_lazy("usted", "If this is not so, please write to us."),
        carried_out=pgettext_lazy("usted", "We will carry it out as you asked."),
        still_open=pgettext_lazy(
            "usted",
            "Our recommendation stands. Should you change your mind, a word is enough "
            "and we take up the alternative.",
        ),
        refused=pgettext_lazy(
            "usted",
            "We will not carry out what you asked, for the reasons set out above. Your "
            "decision is recorded here and does not change that.",
        ),
        following=pgettext_lazy("usted", "To follow our recommendation."),
        following_end=pgettext_lazy(
            "usted", "We will do it as recommended, not as it was first asked."
        ),
        withdrawing=pgettext_lazy("usted", "To withdraw the request."),
        withdrawing_end=pgettext_lazy(
            "usted", "Nothing of what you asked will be done. Ask again at any time."
        ),
        no_answer_yet=pgettext_lazy(
            "usted", "No answer of yours has been noted up to %(moment)s."
        ),
        up_to_you=pgettext_lazy(
            "usted",
            "It is still yours to decide: to follow the recommendation, to withdraw "
            "the request or to go ahead as asked. A word is enough. Until then we are "
            "not carrying it out.",
        ),
        refused_anyway=pgettext_lazy(
            "usted",
            "It is still yours to decide what to do instead; a word is enough. What "
            "you asked we will not carry out, for the reasons set out above.",
        ),
    ),
}

FACTORS = {
    Factor.EXPERIENCE: pgettext_lazy("letter", "Experience"),
    Factor.STRATEGY: pgettext_lazy("letter", "The strategy"),
    Factor.COMMON_SENSE: pgettext_lazy("letter", "Common sense"),
    Factor.NEEDS: pgettext_lazy("letter", "What the client needs"),
    Factor.RESOURCES: pgettext_lazy("letter", "The resources at hand"),
    Factor.LAW_PLATFORM: pgettext_lazy("letter", "Law and platform rules"),
}

# A platform's rules hold everywhere, which goes without saying.
PLACES = {
    "AR": _("Argentina"),
    "CO": _("Colombia"),
    "ES": _("Spain"),
    "EU": _("European Union"),
    "FR": _("France"),
    "MX": _("Mexico"),
    "UK": _("United Kingdom"),
    "US": _("United States"),
    "everywhere": "",
}

ASKED_BY = {
    Channel.WHATSAPP: _("By WhatsApp, on %(moment)s"),
    Channel.EMAIL: _("By e-mail, on %(moment)s"),
    Channel.PHONE: _("On the phone, on %(moment)s"),
    Channel.MEETING: _("In a meeting, on %(moment)s"),
    Channel.OTHER: _("On %(moment)s"),
    Channel.PAGE: _("On the client's private page, on %(moment)s"),
}

RECORDED_AFTER = {
    Channel.WHATSAPP: _(
        "Recorded by %(name)s after a WhatsApp message on %(moment)s, "
        "not confirmed by the client."
    ),
    Channel.EMAIL: _(
        "Recorded by %(name)s after an e-mail on %(moment)s, "
        "not confirmed by the client."
    ),
    Channel.PHONE: _(
        "Recorded by %(name)s after a call on %(moment)s, not confirmed by the client."
    ),
    Channel.MEETING: _(
        "Recorded by %(name)s after a meeting on %(moment)s, "
        "not confirmed by the client."
    ),
    Channel.OTHER: _(
        "Recorded by %(name)s after a conversation on %(moment)s, "
        "not confirmed by the client."
    ),
}
RECORDED_AFTER[Channel.PAGE] = RECORDED_AFTER[Channel.OTHER]

STANDINGS: dict[Standing, Line] = {
    Standing.UNDOUBTED: "",
    Standing.NO_SAY: _(
        "In the consultant's notes, %(name)s is not among those who decide for the "
        "client."
    ),
    Standing.HAD_LEFT: _(
        "In the consultant's notes, %(name)s was no longer with the client by then."
    ),
}

SENT_BY = {
    Way.WHATSAPP: _("By WhatsApp, on %(moment)s"),
    Way.EMAIL: _("By e-mail, on %(moment)s"),
    Way.BY_HAND: _("By hand, on %(moment)s"),
    Way.READ_OUT: _("On the phone, on %(moment)s"),
}

STEPS = {
    "log_request": _("The request came in and was logged"),
    "split_request": _("The message was split into its requests"),
    "attach_files": _("Files were added to the request"),
    "confirm_verdict_fine": _("The request was looked at: no objection"),
    "confirm_verdict_objection": _("The objection to the request was confirmed"),
    "recommend": _("The recommendation was written"),
    "send": _("The recommendation was sent"),
    "open": _("The recommendation was opened"),
    "ask": _("The client asked about the recommendation"),
    "propose": _("The client proposed something else"),
    "decide_follows": _("Decision: to follow the recommendation"),
    "decide_withdraws": _("Decision: to withdraw the request"),
    "decide_overrides": _("Decision: to go ahead against the recommendation"),
    "close_unanswered": _("The recommendation was left without an answer"),
    "correct_to_follows": _("The decision was corrected: to follow the recommendation"),
    "correct_to_withdraws": _("The decision was corrected: to withdraw the request"),
    "correct_to_overrides": _(
        "The decision was corrected: to go ahead against the recommendation"
    ),
    "confirm_in_writing": _("The decision was confirmed in writing"),
    "record_outcome": _("The outcome was recorded"),
    "drop": _("The request was dropped"),
    "reopen": _("The request was opened again"),
    "document_reserved": _("The number of this letter was reserved"),
    "document_issued": _("The letter was issued"),
    "document_timestamped": _("The letter was given a timestamp"),
    "document_lasting": _("What is needed to check it in later years was added"),
    "document_countersigned": _("A copy of the letter signed by the client was kept"),
    "document_own_signed": _("A copy of the letter signed by the consultant was kept"),
}


def step(kind: str) -> str:
    """Return what an entry of the ledger tells, by its kind."""
    return str(STEPS.get(kind) or kind.replace("_", " "))


def place(code: str) -> str:
    """Return where an authority holds, in words; nothing where it holds everywhere."""
    return str(PLACES.get(code, code))
