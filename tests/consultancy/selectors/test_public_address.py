from consultancy.selectors.public_address import public_link


def test_a_link_is_of_the_public_address(settings):
    settings.PUBLIC_URL = "https://por-escrito.example"
    assert public_link("/x/") == "https://por-escrito.example/x/"


def test_without_one_there_is_no_link(settings):
    settings.PUBLIC_URL = ""
    assert public_link("/x/") is None
