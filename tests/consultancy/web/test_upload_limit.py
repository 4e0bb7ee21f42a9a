from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def test_a_body_over_the_limit_is_refused_before_it_is_read(
    bruno, marta, browser_of, settings
):
    settings.UPLOAD_LIMIT = 1_000
    file = SimpleUploadedFile("largo.bin", b"x" * 2_000)
    response = browser_of(marta).post(
        reverse("strategy_import", args=[bruno.pk]), {"file": file}
    )
    assert response.status_code == 400
