"""List, search, request and client pages of a big practice beside those of a small one.

./go bench lists

Each page goes through every middleware, in this process, on SQLite. A time is that of
the processor, the median of ROUNDS, so that what else runs here counts little; the bar
is for the ratio, and no time fails a build.
"""

import statistics
import sys
import time
from urllib.parse import urlencode

from django.conf import settings
from django.core.management import call_command
from django.test import Client as Browser

from requests_log.models import ClientRequest
from tests.bench._practice import WORDS, Practice, grow, open_practice
from tests.people import NOW

SMALL, BIG = 1_000, 100_000
BAR = 1.3
ROUNDS = 20
DAY = NOW.date().isoformat()

SEARCHES = {
    "one very common word": WORDS[0],
    "one common word": WORDS[20],
    "one seldom word": WORDS[3_000],
    "two words": f"{WORDS[10]} {WORDS[30]}",
    "three words": f"{WORDS[5]} {WORDS[15]} {WORDS[40]}",
    "a beginning": WORDS[20][:4],
}
FILTERS = {
    "a stage": {"stage": "logged"},
    "a verdict": {"verdict": "bad_practice"},
    "a channel hardly used": {"channel": "meeting"},
    "a common rule": {"rule": "engagement_bait"},
    "a rule that hardly objects": {"rule": "tragedy_exploitation"},
    "a day": {"from": DAY, "to": DAY},
    "words and a stage": {"q": WORDS[20], "stage": "logged"},
}


def addresses(practice: Practice) -> dict[str, str]:
    """Return what is measured, by name."""
    newest = ClientRequest.objects.order_by("-pk").values_list("pk", flat=True)[0]
    middle = ClientRequest.objects.get(pk=newest - practice.size // 2)
    asked = {f"search: {name}": {"q": words} for name, words in SEARCHES.items()}
    asked |= {f"filter: {name}": query for name, query in FILTERS.items()}
    asked["filter: a client"] = {"client": str(practice.clients[7].pk)}
    key = f"{middle.received_at.isoformat()}~{middle.pk}"
    return {
        "the list": "/requests/",
        "the list, half-way down": f"/requests/?{urlencode({'after': key})}",
        **{name: f"/requests/?{urlencode(query)}" for name, query in asked.items()},
        "a request": f"/requests/{newest}/",
        "the clients": "/clients/",
        "a client": f"/clients/{practice.clients[7].pk}/",
        "today": "/",
    }


def measured(practice: Practice) -> dict[str, float]:
    """Return the milliseconds that each page takes."""
    browser = Browser()
    browser.force_login(practice.marta.user)
    return {name: _median(browser, at) for name, at in addresses(practice).items()}


def _median(browser: Browser, address: str) -> float:
    times = []
    for _ in range(ROUNDS + 3):
        start = time.process_time()
        response = browser.get(address)
        times.append((time.process_time() - start) * 1000)
        if response.status_code != 200:
            sys.exit(f"{address} answers {response.status_code}")
    return statistics.median(times[3:])


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    practice = open_practice()
    grow(practice, SMALL)
    small = measured(practice)
    grow(practice, BIG)
    big = measured(practice)
    print(f"{'':42} {SMALL:>9,} {BIG:>9,}   ratio (bar {BAR})")
    for name, before in small.items():
        ratio = big[name] / before
        mark = "" if ratio <= BAR else "  over"
        print(f"{name:42} {before:6.1f} ms {big[name]:6.1f} ms   {ratio:5.2f}{mark}")


if __name__ == "__main__":
    main()
