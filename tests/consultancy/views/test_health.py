from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def test_a_process_that_answers_is_alive(client):
    assert client.get("/healthz").json() == {"alive": True}


def test_a_sound_installation_is_ready(client, db):
    assert client.get("/readyz").json() == {"ready": True, "faults": []}


def test_without_the_signing_secret_it_is_not(client, db, settings):
    settings.SIGNING_SECRET = None
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["faults"] == ["missing_secret"]


def test_with_tables_of_a_newer_version_it_is_not(client, db):
    MigrationRecorder(connection).record_applied("consultancy", "9999_later")
    assert client.get("/readyz").json()["faults"] == ["newer_database"]
