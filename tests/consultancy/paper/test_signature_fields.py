import io

import pikepdf
import pytest

from consultancy.paper.field_names import CLIENT_FIELD, CONSULTANT_FIELD


@pytest.fixture
def fields(unsigned: bytes) -> list[pikepdf.Dictionary]:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        return [pikepdf.Dictionary(field) for field in pdf.Root.AcroForm.Fields]


def test_there_is_room_for_consultant_and_client(
    fields: list[pikepdf.Dictionary],
) -> None:
    named = [(str(field.T), str(field.TU)) for field in fields]
    assert named == [
        (CONSULTANT_FIELD, "Firma de Marta"),
        (CLIENT_FIELD, "Firma del cliente"),
    ]


def test_the_fields_lie_outside_the_page_and_its_structure(
    fields: list[pikepdf.Dictionary],
) -> None:
    for field in fields:
        assert all(side < -1000 for side in field.Rect)
        assert "/StructParent" not in field
