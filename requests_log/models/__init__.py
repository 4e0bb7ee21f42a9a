"""The work's rows. Import models from here."""

from .attachment import Attachment
from .client_reply import ClientReply, ReplyKind
from .client_request import ClientRequest
from .confirmation import Confirmation
from .decision import Decision, DecisionChannel, DecisionOutcome
from .dispatch import Dispatch, DispatchChannel
from .message import Message, MessageChannel
from .no_answer import NoAnswer
from .outcome import Assessment, Outcome, Sequel
from .own_rule import OwnRule, OwnRuleVersion
from .pace import Pace
from .recommendation import Factor, Recommendation
from .rule_switch import RuleSwitch
from .split import MessagePart, Split
from .triage import Finding, Triage, Verdict

__all__ = [
    "Assessment",
    "Attachment",
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
    "MessagePart",
    "NoAnswer",
    "Outcome",
    "OwnRule",
    "OwnRuleVersion",
    "Pace",
    "Recommendation",
    "ReplyKind",
    "RuleSwitch",
    "Sequel",
    "Split",
    "Triage",
    "Verdict",
]
