"""The work's rows. Import models from here."""

from .client_reply import ClientReply, ReplyKind
from .client_request import ClientRequest
from .confirmation import Confirmation
from .decision import Decision, DecisionChannel, DecisionOutcome
from .dispatch import Dispatch, DispatchChannel
from .message import Message, MessageChannel
from .no_answer import NoAnswer
from .outcome import Assessment, Outcome, Sequel
from .pace import Pace
from .recommendation import Factor, Recommendation
from .triage import Finding, Triage, Verdict

__all__ = [
    "Assessment",
    "ClientReply",
    "ClientRequest",
    "Confirmation",
    "Decision",
    "DecisionChannel",
    "DecisionOutcome",
    "Dispatch",
    "DispatchChannel",
    "Factor",
    "Finding",
    "Message",
    "MessageChannel",
    "NoAnswer",
    "Outcome",
    "Pace",
    "Recommendation",
    "ReplyKind",
    "Sequel",
    "Triage",
    "Verdict",
]
