from consultancy.paper.job import Asset, AttachedFile, job_from_bytes, job_to_bytes

from .pages import make_job


def test_a_job_crosses_the_pipe_unchanged() -> None:
    job = make_job(
        "<p>ñ 🚀 \x00</p>",
        assets={"logo": Asset(b"\x89PNG\x00\xff", "image/png")},
        attachments=(AttachedFile("1-captura ñ.png", b"\x00\xff"),),
    )
    assert job_from_bytes(job_to_bytes(job)) == job
