"""Points from labelled messages: logistic regression, rounded to hundredths."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array, diags_array
from sklearn.linear_model import LogisticRegression

from requests_log.triage.findings import VERDICTS
from requests_log.triage.likeliest import ALWAYS
from requests_log.triage.points import Points
from requests_log.triage.signs import loudness
from tests.points.messages import Message

SEEN_AT_LEAST, PAIRS_SEEN_AT_LEAST = 2, 3
PAIRS = ("b:", "s:")
LOOSENESS, CODE_LOOSENESS = 0.05, 0.3
LEAST_WEIGHT, LEAST_CODE_WEIGHT = 0.03, 0.1
RARE, OF_THE_STRATEGY = 5.0, 1.5
HUNDREDTHS = 100
# Added for each verdict: bad practice that goes unheard, and a fine ask that is
# flagged, cost more than an ask beside the strategy that goes unheard.
TILT = np.array([0.1, -0.6])


@dataclass(frozen=True)
class Weights:
    """What was fitted: a row a sign, against fine; a row a sign for the codes."""

    vocabulary: dict[str, int]
    verdicts: np.ndarray
    base: np.ndarray
    codes: tuple[str, ...]
    of_codes: np.ndarray
    base_of_codes: np.ndarray

    def sums(self, messages: Sequence[Message]) -> np.ndarray:
        """Return what the signs weigh against fine, a row a message."""
        return _loud(messages, self.vocabulary) @ self.verdicts.T + self.base


@dataclass(frozen=True)
class RulesWeights:
    """How much the signs count beside the rules, and what each word of theirs does."""

    scale: float
    said: dict[str, np.ndarray]


def table(messages, vocabulary):
    """Return a row a message with a one for each sign it shows."""
    rows, columns = [], []
    for row, message in enumerate(messages):
        known = [vocabulary[sign] for sign in message.signs if sign in vocabulary]
        rows += [row] * len(known)
        columns += known
    shape = len(messages), len(vocabulary)
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)


def fit(messages: Sequence[Message]) -> Weights:
    """Return the weights that tell these messages apart."""
    seen = Counter(sign for message in messages for sign in message.signs)
    common = sorted(sign for sign, times in seen.items() if times >= _enough(sign))
    vocabulary = {sign: column for column, sign in enumerate(common)}
    worth = np.array([_worth(sign, seen[sign] / len(messages)) for sign in common])
    model = LogisticRegression(C=LOOSENESS, max_iter=500)
    labels = [VERDICTS.index(message.label) for message in messages]
    model.fit(_loud(messages, vocabulary) * worth, labels)
    coefficients = model.coef_ * worth
    verdicts = coefficients[:2] - coefficients[2]
    verdicts[:, np.abs(coefficients).max(axis=0) <= LEAST_WEIGHT] = 0
    parts = [_fit_codes(messages, vocabulary, verdict) for verdict in VERDICTS[:2]]
    return Weights(
        vocabulary,
        verdicts,
        model.intercept_[:2] - model.intercept_[2],
        tuple(code for codes, _, _ in parts for code in codes),
        np.vstack([weights for _, weights, _ in parts]),
        np.concatenate([base for _, _, base in parts]),
    )


def _loud(messages, vocabulary):
    """The same table, each message as loud as its length lets its signs be."""
    loud = [loudness(message.words) for message in messages]
    return diags_array(loud) @ table(messages, vocabulary)


def _enough(sign):
    """How often a sign must be seen; of pairs there are many, and most say little."""
    return PAIRS_SEEN_AT_LEAST if sign.startswith(PAIRS) else SEEN_AT_LEAST


def _worth(sign, share):
    """How freely a sign may be given points: what few messages show says more of them,
    and what touches the strategy more than mere words."""
    rarity = (-np.log(share) / RARE) ** 2
    return rarity * OF_THE_STRATEGY if sign.startswith("f:") else rarity


def _fit_codes(messages, vocabulary, verdict):
    told = [
        (message, code, 1 / len(message.reasons))
        for message in messages
        if message.label == verdict
        for code in message.reasons
    ]
    model = LogisticRegression(C=CODE_LOOSENESS, max_iter=300)
    rows = table([message for message, _, _ in told], vocabulary)
    model.fit(rows, [code for _, code, _ in told], [share for _, _, share in told])
    weights = np.where(np.abs(model.coef_) > LEAST_CODE_WEIGHT, model.coef_, 0)
    return list(model.classes_), weights, model.intercept_


def rules_weigh(messages: Sequence[Message], sums: np.ndarray) -> RulesWeights:
    """Return how to scale the signs, and a row for all that rules said.

    From messages the rules were not written from, and sums of weights that were fitted
    without them: rules and signs both look better on what they know.
    """
    labels = np.array([VERDICTS.index(message.label) for message in messages])
    names = sorted({name for each in messages for name in each.said})
    said = np.array([[name in each.said for name in names] for each in messages], float)

    def loss(values):
        against_fine = sums * values[0] + said @ values[1:].reshape(-1, 2)
        scores = np.hstack([against_fine, np.zeros((len(labels), 1))])
        log_sum = np.logaddexp.reduce(scores, axis=1)
        told = scores[np.arange(len(labels)), labels]
        return (log_sum - told).sum() + 0.5 * (values[1:] ** 2).sum()

    found = minimize(loss, np.array([1.0, *[0.0] * 2 * len(names)])).x
    said_rows = zip(names, found[1:].reshape(-1, 2), strict=True)
    return RulesWeights(float(found[0]), dict(said_rows))


def to_points(weights: Weights, rules: RulesWeights) -> Points:
    """Return the weights as whole hundredths; signs that weigh nothing are left out."""
    scale = rules.scale
    base = weights.base * scale + TILT
    rows = {ALWAYS: _row(base, weights.base_of_codes, weights.codes)}
    for name, row in rules.said.items():
        rows[name] = _row(row, (), ())
    for sign, column in weights.vocabulary.items():
        row = _row(
            weights.verdicts[:, column] * scale,
            weights.of_codes[:, column],
            weights.codes,
        )
        if any(row):
            rows[sign] = row
    return Points(rows)


def _row(verdicts, of_codes, codes):
    bad, off = (round(float(value) * HUNDREDTHS) for value in verdicts)
    pairs = zip(codes, of_codes, strict=True)
    whole = ((code, round(float(value) * HUNDREDTHS)) for code, value in pairs)
    return bad, off, tuple((code, points) for code, points in whole if points)
