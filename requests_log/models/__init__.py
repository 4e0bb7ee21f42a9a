"""The work's rows. Import models from here."""

from .attachment import Attachment
from .client_request import ClientRequest
from .confirmation import Confirmation
from .decision import Decision, DecisionChannel, DecisionOutcome
from .dispatch import Dispatch, DispatchChannel
from .message import Message, MessageChannel
from .recommendation import Factor, Recommendation
from .split import MessagePart, Split
from .triage import Finding, Triage, Verdict

__all__ = [
    "Attachment",
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
    "MessagePart",
    "Recommendation",
    "Split",
    "Triage",
    "Verdict",
]
