"""The work's rows. Import models from here."""

from .client_request import ClientRequest
from .confirmation import Confirmation
from .decision import Decision, DecisionChannel, DecisionOutcome
from .dispatch import Dispatch, DispatchChannel
from .message import Message, MessageChannel
from .recommendation import Factor, Recommendation
from .triage import Finding, Triage, Verdict

__all__ = [
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
    "Recommendation",
    "Triage",
    "Verdict",
]
