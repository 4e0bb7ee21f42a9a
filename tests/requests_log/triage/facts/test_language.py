from tests.requests_log.triage.facts.conftest import Lines


def test_a_language_the_brand_does_not_use_is_heard(broken_lines: Lines) -> None:
    text = "Haz todas las publicaciones también en ruso"
    assert broken_lines(text, languages=["es"]) == ["es"]


def test_a_language_school_may_write_about_its_languages(
    broken_lines: Lines,
) -> None:
    text = "Hagamos un carrusel con ocho errores en portugués"
    sector = "language school (English and Portuguese)"
    assert broken_lines(text, languages=["es"], sector=sector) == []
    assert broken_lines(text, languages=["es"])
