from consultancy.web.confirm import confirm_form


def test_opening_the_page_is_no_answer(rf):
    assert not confirm_form(rf.get("/")).is_valid()


def test_sending_it_is(rf):
    assert confirm_form(rf.post("/")).is_valid()
