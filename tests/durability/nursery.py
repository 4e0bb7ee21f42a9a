"""A process with a practice of its own, told line by line what to do.

    ["work", SEED, LAST]   let a child work and be killed at the moment LAST (null:
                           never); answers what the child acknowledged
    ["together", SEEDS]    let as many children work at once, and none be killed
    ["without_room", SEED, MOST]
                           let a child work whose files may not grow beyond MOST bytes
    ["post", LAST, ADDRESS, BODY]
                           answer the status and how many moments passed; at the moment
                           LAST say "now" and wait for a line
    ["get", ADDRESS]       answer the status
    ["count", SUBMISSION]  answer how many messages came by that form
    ["check", TOLD]        answer what is lost of all that was acknowledged; then do
                           what is due, and answer every fault of what is stored

It lives apart from the tests: what is killed must be killed in earnest.
"""

import json
import os
import random
import resource
import signal
import sys
import traceback
from datetime import timedelta

from django.core.management import call_command
from django.db import (
    OperationalError,
    close_old_connections,
    connection,
    connections,
)
from django.test import Client as Browser
from django.utils import timezone

from consultancy.models import Client
from requests_log.actions.record_decision import record_decision
from requests_log.actions.run_due import run_due
from requests_log.models import Message
from requests_log.selectors.rulebook import rulebook
from tests.durability.faults import faults, lost
from tests.durability.moments import Moments
from tests.people import (
    BUYS_FOLLOWERS,
    advise,
    answer,
    make_client,
    make_consultant,
    make_request,
    make_strategy,
    object_to,
)

LATER = timedelta(minutes=5)  # a claim of somebody who was killed has run out by then


def main():
    prepare()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, *words = json.loads(line)
        print(json.dumps(COMMANDS[name](*words)), flush=True)


def prepare():
    """Open the practice, unless the folder holds one, and read the rules."""
    call_command("migrate", verbosity=0)
    rulebook()
    if not Client.objects.exists():
        make_strategy(make_client(make_consultant()))
        work(random.Random(0), Acknowledged(os.open(os.devnull, os.O_WRONLY)))
    part()


class Acknowledged:
    """Writes to a pipe what the user has been told is done."""

    def __init__(self, pipe):
        self._pipe = pipe

    def __call__(self, what, **facts):
        os.write(self._pipe, (json.dumps({"what": what, **facts}) + "\n").encode())


def work(chance, tell):
    """Log a request, decide against the advice on it, and have the letter issued."""
    client = Client.objects.get()
    words = f"{BUYS_FOLLOWERS}, número {chance.getrandbits(64)}"
    request = make_request(client, words)
    tell("logged", request=request.pk, words=words)
    object_to(request)
    advise(request)
    tell("advised", request=request.pk)
    decision = record_decision(request, answer=answer(words=words), at=timezone.now())
    letter = decision.document
    letter.refresh_from_db()
    tell(
        "decided",
        request=request.pk,
        words=words,
        number=letter.number,
        status=letter.status,
    )


def killed(seed, last):
    """Answer what a child acknowledged before it was killed."""
    return heard(begun(seed, last))


def together(seeds):
    """Answer what as many children as SEEDS acknowledged, all at work at once."""
    return [
        line for child in [begun(seed, None) for seed in seeds] for line in heard(child)
    ]


def without_room(seed, most):
    """Answer what a child acknowledged that can write no file beyond MOST bytes."""
    return heard(begun(seed, None, most))


def no_longer_than(most):
    """Let every file of this process end at MOST bytes, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def begun(seed, last, most=None):
    """Start a child at work; return it with what it tells."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        if most is not None:
            no_longer_than(most)
        end_of_child(seed, last, Acknowledged(write))
    os.close(write)
    return child, read


def heard(begun):
    """Return all that a child acknowledged, once it has ended."""
    child, read = begun
    with os.fdopen(read, encoding="utf-8") as pipe:
        told = [json.loads(line) for line in pipe]
    os.waitpid(child, 0)
    return told


def end_of_child(seed, last, tell):
    """Work, and leave by the kill, or without any tidying up."""
    moments = Moments(last)

    def told(what, **facts):
        tell(what, **facts)
        moments.one()

    try:
        with moments.watched():
            work(random.Random(seed), told)
        tell("finished", moments=moments.passed)
    except OperationalError as error:
        tell("refused", why=str(error))
    except BaseException:  # noqa: BLE001 - the child must not go on as its parent
        tell("broke", why=traceback.format_exc())
    finally:
        os._exit(0)


def post(last, address, body):
    """Send a form as the consultant; at the moment LAST say so and wait for a line."""

    def pause():
        print(json.dumps("now"), flush=True)
        sys.stdin.readline()

    browser = Browser(raise_request_exception=False)
    client = Client.objects.get()
    browser.force_login(client.consultant.user)
    moments = Moments(last, pause)
    with moments.watched():
        response = browser.post(address, {**body, "client": client.pk})
    close_old_connections()  # as after each request; the test client leaves it out
    return response.status_code, moments.passed


def get(address):
    """Ask for a page as anybody may."""
    response = Browser(raise_request_exception=False).get(address)
    close_old_connections()
    return response.status_code


def count(submission):
    """Answer how many messages came by the form SUBMISSION."""
    return Message.objects.filter(submission=submission).count()


def check(told):
    """Do what is due and tell what is wrong, as after the next start."""
    gone = [fault for line in told for fault in lost(line)]
    run_due(now=timezone.now() + LATER)
    found = gone + faults()
    part()
    return found


def part():
    """Leave the database: a child must not inherit the connection."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()


COMMANDS = {
    "work": killed,
    "together": together,
    "without_room": without_room,
    "post": post,
    "get": get,
    "count": count,
    "check": check,
}
