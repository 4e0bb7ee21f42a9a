from django.urls import reverse

from consultancy.models import Client

TYPED = {
    "name": "Ferretería Bruno",
    "contact_name": "Ana",
    "language": "es",
    "address_form": "tu",
}


def test_a_new_client_leads_to_his_strategy(marta, browser_of):
    response = browser_of(marta).post(reverse("client_new"), TYPED)
    client = Client.objects.get()
    assert response["Location"] == reverse("strategy_edit", args=[client.pk])


def test_a_name_in_use_is_said_beside_it_and_nothing_is_lost(bruno, browser_of):
    response = browser_of(bruno.consultant).post(
        reverse("client_new"), TYPED | {"contact_role": "tesorera"}
    )
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["name"]
    assert "tesorera" in response.content.decode()
    assert Client.objects.count() == 1
