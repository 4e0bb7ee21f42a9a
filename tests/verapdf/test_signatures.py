"""However often a letter is signed or stamped, it keeps both standards."""

from collections.abc import Iterator
from pathlib import Path

from pyhanko.sign.fields import SigFieldSpec

from consultancy.paper.ask_issuers import Issuers
from consultancy.paper.brought_keys import read_brought_key
from consultancy.paper.keys import UnlockedKey, unlock, wrap_brought_key
from consultancy.paper.lasting_job import LastingJob
from consultancy.paper.render import Renderer
from consultancy.paper.sign import sign
from consultancy.paper.timestamps import Stamper, add_timestamp
from consultancy.paper.tsa_client import TimestampAuthority
from requests_log.letters.context import render_job
from tests.consultancy.paper.archives import PASSWORD, archive
from tests.consultancy.paper.fake_issuers import TIME_ROOT, fake_issuers
from tests.consultancy.paper.fake_tsa import ROOT_PEM, fake_tsa
from tests.consultancy.paper.pages import NOW, SECRET, make_keys
from tests.consultancy.paper.signatures import countersigned
from tests.requests_log.letters.samples import make_letter

from .conformance import broken_rules, needs_verapdf


def brought_key() -> UnlockedKey:
    brought = read_brought_key(archive(), password=PASSWORD, now=NOW)
    return unlock(wrap_brought_key(brought, secret=SECRET).wrapped, secret=SECRET)


def signed_letters() -> Iterator[tuple[str, bytes]]:
    """Give a letter by everything that is done to it after it was rendered."""
    renderer, key = Renderer(), make_keys().consultant
    unsigned = renderer.render(render_job(make_letter()))
    renderer.close()
    own_field = SigFieldSpec("Signature1", empty_field_appearance=False)
    with fake_tsa() as tsa:
        authority = TimestampAuthority(tsa.url, roots=(ROOT_PEM,))

        def stamper() -> Stamper:
            return Stamper(authority, now=NOW)

        plain = sign(unsigned, key=key, reason="x", at=NOW)
        at_once = sign(unsigned, key=key, reason="x", at=NOW, stamper=stamper())
        later = add_timestamp(plain, stamper=stamper())
        yield "B-B", plain
        yield "B-B, brought", sign(unsigned, key=brought_key(), reason="x", at=NOW)
        yield "B-T", at_once
        yield "B-T, later", later
        yield "countersigned", countersigned(plain)
        yield "B-T, countersigned", countersigned(at_once)
        yield "B-T, later, countersigned", countersigned(later)
        yield (
            "countersigned, B-T later",
            add_timestamp(countersigned(plain), stamper=stamper()),
        )
        yield from lasting_letters(unsigned)
        yield "both", countersigned(countersigned(plain), brought_key(), own_field)


def lasting_letters(unsigned: bytes) -> Iterator[tuple[str, bytes]]:
    """Give letters that hold their certificates and what was said of them."""
    keys = make_keys()
    with fake_issuers() as issuers, fake_tsa() as tsa:
        tsa.does = "chain"
        authority = TimestampAuthority(tsa.url, roots=(TIME_ROOT.pem,))
        brought = read_brought_key(
            issuers.archive(PASSWORD), password=PASSWORD, now=NOW
        )
        wrapped = wrap_brought_key(brought, secret=SECRET).wrapped
        for name, key in {
            "B-LT": keys.consultant,
            "B-LT, brought": unlock(wrapped, secret=SECRET),
        }.items():
            stamper = Stamper(authority, now=NOW)
            job = LastingJob(
                pdf=sign(unsigned, key=key, reason="x", at=NOW, stamper=stamper),
                own=(keys.authority.certificate,),
                clocks=(TIME_ROOT.pem,),
                now=NOW,
            )
            content = Issuers(allowed=("127.0.0.1",)).make_last(job).content
            yield name, content
            yield f"{name}, countersigned", countersigned(content)


@needs_verapdf
def test_every_signature_leaves_it_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    for name, pdf in signed_letters():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    verdicts = broken_rules(sorted(tmp_path.iterdir()))
    assert len(verdicts) == 13
    assert {name: broken for name, broken in verdicts.items() if broken} == {}
