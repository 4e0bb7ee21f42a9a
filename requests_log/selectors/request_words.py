"""What stages, verdicts and channels are called where requests are listed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from requests_log.models import MessageChannel, Verdict
from requests_log.workflow import Stage

Words = dict[str, str | Promise]

VERDICTS: Words = {
    Verdict.BAD_PRACTICE: _("Bad practice"),
    Verdict.OFF_STRATEGY: _("Off-strategy"),
    Verdict.FINE: _("Fine"),
}
STAGES: Words = {
    Stage.LOGGED: pgettext_lazy("stage", "To confirm"),
    Stage.CLEARED: pgettext_lazy("stage", "Cleared"),
    Stage.OBJECTED: pgettext_lazy("stage", "To advise"),
    "to_send": pgettext_lazy("stage", "To send"),
    "to_answer": pgettext_lazy("stage", "To answer"),
    Stage.ADVISED: pgettext_lazy("stage", "Waiting for the client"),
    Stage.UNANSWERED: pgettext_lazy("stage", "Not answered"),
    Stage.FOLLOWED: pgettext_lazy("stage", "Follows the advice"),
    Stage.WITHDRAWN: pgettext_lazy("stage", "Withdrawn"),
    Stage.OVERRIDDEN: pgettext_lazy("stage", "Overrides the advice"),
    Stage.CLOSED: pgettext_lazy("stage", "Closed"),
    Stage.DROPPED: pgettext_lazy("stage", "Dropped"),
}
CHANNELS: Words = {
    MessageChannel.WHATSAPP: "WhatsApp",
    MessageChannel.EMAIL: pgettext_lazy("channel", "E-mail"),
    MessageChannel.PHONE: _("Phone call"),
    MessageChannel.MEETING: _("Meeting"),
    MessageChannel.OTHER: _("Other"),
}
