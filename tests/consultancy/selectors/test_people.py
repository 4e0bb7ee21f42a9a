from datetime import timedelta

from consultancy.models import Session, User
from consultancy.selectors.people import people_here, practice_by
from tests.people import NOW, make_consultant


def test_everybody_is_listed_but_the_demo(marta, nadia):
    make_consultant("Demo", "demo@example.com", is_demo=True)
    assert [person.name for person in people_here()] == ["Marta Roldán", "Nadia Ferri"]
    assert [person.is_owner for person in people_here()] == [True, False]


def test_the_last_use_is_the_latest_known(marta):
    assert people_here()[0].last_used_at is None
    User.objects.update(last_login=NOW)
    assert people_here()[0].last_used_at == NOW
    Session.objects.create(
        session_key="x",
        user=marta.user,
        used_at=NOW + timedelta(hours=1),
        expire_date=NOW + timedelta(days=1),
    )
    assert people_here()[0].last_used_at == NOW + timedelta(hours=1)


def test_the_list_takes_one_query(marta, nadia, django_assert_num_queries):
    with django_assert_num_queries(1):
        people_here()


def test_the_demo_is_nobody_to_deactivate(db):
    demo = make_consultant("Demo", "demo@example.com", is_demo=True)
    assert practice_by(demo.public_id) is None
