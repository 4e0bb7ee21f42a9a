import pytest
from django.urls import reverse

from consultancy.models import StrategyVersion
from consultancy.strategy_file import read_strategies


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def test_what_is_exported_can_be_imported(web, bruno):
    exported = web.get(reverse("strategy_export", args=[bruno.pk]))
    text = exported.content.decode()
    assert 'filename="ferreteria-bruno.yaml"' in exported["Content-Disposition"]
    web.post(reverse("strategy_import", args=[bruno.pk]), {"text": text})
    versions = StrategyVersion.objects.order_by("number")
    assert [version.number for version in versions] == [1, 2]
    assert read_strategies(text)[0].channels == versions[1].strategy.channels


def test_a_broken_file_changes_nothing_and_stays_to_be_mended(web, bruno):
    typed = "- id: x\n  name: [\n"
    response = web.post(reverse("strategy_import", args=[bruno.pk]), {"text": typed})
    assert response.status_code == 422
    assert "- id: x" in response.content.decode()
    assert StrategyVersion.objects.count() == 1


def test_the_editor_opens_with_what_is_in_force(web, bruno):
    form = web.get(reverse("strategy_edit", args=[bruno.pk])).context["form"]
    assert form.initial["channel_tiktok"] == "out"
    assert form.initial["lead_time_days"] == 3
