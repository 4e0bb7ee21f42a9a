"""What the journey refuses, told apart. Views turn these into sentences."""


class RequestsLogError(Exception):
    """Anything this app refuses, with a reason a person can act on."""


class MoveRefused(RequestsLogError):
    """The request is not at a stage where this may be done."""

    def __init__(self, move: str, stage: str) -> None:
        super().__init__(f"{move} is not allowed at {stage}")
        self.move, self.stage = move, stage


class AlreadyMoved(RequestsLogError):
    """Somebody, perhaps in another tab, moved the request first."""


class NotSentYet(RequestsLogError):
    """Nobody can leave unanswered what was never sent to him."""


class AnswerOwed(RequestsLogError):
    """The client asked something that the consultant has not answered yet."""


class PartsRefused(RequestsLogError):
    """Parts that cannot be requests: too few, too many, not in order, not words."""


class RuleIsOff(RequestsLogError):
    """The rule is silent there already."""


class NothingToArgue(RequestsLogError):
    """A recommendation needs an argument, an alternative, and its consequences."""


class RuleNameTaken(RequestsLogError):
    """Another of the consultant's rules goes by that name."""


class RuleMovedOn(RequestsLogError):
    """The rule got another version since the form was opened."""

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number} is in force")
        self.number = number


class RulesTooMany(RequestsLogError):
    """There is no room for another rule of one's own, or for one so long."""
