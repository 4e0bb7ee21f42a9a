import pytest
from django.utils import translation

from requests_log.forms.own_rule import OwnRuleForm
from requests_log.forms.own_rule_values import initial_of
from requests_log.triage.own_rule import Heard, Way
from tests.requests_log.own_rules import form_data
from tests.requests_log.triage.own_rules import IN_ENGLISH, own_rule


@pytest.fixture(autouse=True)
def in_spanish():
    with translation.override("es"):
        yield


@pytest.fixture
def sent(bruno):
    def sent(**changes):
        return OwnRuleForm(form_data(**changes), consultant=bruno.consultant)

    return sent


def test_what_is_filled_in_is_the_rule(sent):
    form = sent()
    assert form.is_valid(), form.errors
    assert form.rule == own_rule()


def test_a_rule_fills_the_form_it_came_from(marta):
    way = Way(
        (Heard(("a",)), Heard(("b",)), Heard((), ("money",))),
        *("passage", 5, True, Heard(("c",), ("emoji",)), "no"),
    )
    rule = own_rule(
        when=(way, Way((Heard(("d",)),))), en=IN_ENGLISH, despite=("report",)
    )
    shown = {
        name: ", ".join(value) if "words" in name else value
        for name, value in initial_of(rule).items()
    }
    for name in ("consequences", "alternatives"):
        for language in ("es", "en"):
            shown[f"{name}_{language}"] = "\n".join(shown[f"{name}_{language}"])
    form = OwnRuleForm(shown, consultant=marta)
    assert form.is_valid(), form.errors
    assert form.rule == rule


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_es", ""),
        ("name_es", "x" * 121),
        ("name_es", "pre\u202ecio"),
        ("why_es", ""),
        ("why_es", "x" * 3001),
        ("consequences_es", " \n "),
        ("consequences_es", "\n".join("abcdefghi")),
        ("alternatives_es", "x" * 401),
        ("reply_es", ""),
        ("verdict", "fine"),
        ("factor", "law_platform"),
        ("name_en", "Only the name"),
        ("way1_words_1", "uno dos tres cuatro cinco seis siete"),
        ("way1_words_1", ", ".join(f"a{n}" for n in range(31))),
        ("way1_words_1", "x" * 61),
        ("way1_words_1", "¡…!"),
        ("way1_words_1", "car\u200btel"),
        ("way1_ideas_2", ["moonlight"]),
        ("way1_within", "paragraph"),
        ("way1_apart", "0"),
        ("way1_apart", "101"),
        ("way1_apart", "many"),
        ("despite", ["allowed"]),
        ("clients", ["99999"]),
        ("after", "x"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(sent, field, value):
    form = sent(**{field: value})
    assert not form.is_valid()
    where = {"name_en": "why_en"}.get(field, field)
    assert where in form.errors
    assert form.rule is None


def test_a_rule_listens_for_something(sent):
    form = sent(way1_words_1="", way1_words_2="", way1_ideas_2=[])
    assert "way1_words_1" in form.errors
    form = sent(way2_words_none="web")
    assert "way2_words_1" in form.errors


def test_the_reader_s_language_is_asked_for_first_and_one_is_enough(sent):
    spanish = [name for name in form_data() if name.endswith("_es")]
    english = {name.replace("_es", "_en"): form_data()[name] for name in spanish}
    nothing = dict.fromkeys(spanish, "")
    assert sent(**nothing, **english).rule is None  # not cleaned yet
    form = sent(**nothing, **english)
    assert form.is_valid(), form.errors
    assert (form.rule.es, form.rule.en.name) == (None, form_data()["name_es"])
    assert set(sent(**nothing).errors) == set(spanish)


def test_words_of_the_message_that_are_ticked_are_listened_for(bruno):
    data = form_data(telling=["rotulo"], way1_words_2="", way1_ideas_2=[])
    form = OwnRuleForm(data, consultant=bruno.consultant, telling=("rotulo", "tienda"))
    assert form.is_valid(), form.errors
    assert form.rule.when[0].groups[0].words[-1] == "rotulo"


def test_it_can_be_tried_before_it_is_whole(sent):
    form = sent(name_es="", why_es="", reply_es="", verdict="")
    form.full_clean()
    assert form.tried.when == own_rule().when
    nothing = sent(way1_words_1="", way1_words_2="", way1_ideas_2=[])
    nothing.full_clean()
    assert nothing.tried is None


def test_clients_of_others_cannot_be_ticked(sent, nadia, bruno):
    form = OwnRuleForm(form_data(clients=[bruno.pk]), consultant=nadia)
    assert "clients" in form.errors
    assert sent(clients=[bruno.pk]).is_valid()


def needed(form):
    drawn = str(form["name_es"].label), str(form["name_en"].label)
    return ["asterisk" in label for label in drawn]


def test_what_is_needed_is_marked_in_the_language_that_comes_first(marta):
    form = OwnRuleForm(consultant=marta)
    assert needed(form) == [True, False]
    assert "asterisk" in form["way1_words_1"].label
    assert "asterisk" not in form["way1_words_2"].label


def test_a_rule_in_one_language_is_edited_in_that_one_first(marta):
    rule = own_rule(es=None, en=IN_ENGLISH)
    form = OwnRuleForm(initial=initial_of(rule), consultant=marta)
    assert form.languages == ("en", "es")
    assert needed(form) == [False, True]
    both = OwnRuleForm(initial=initial_of(own_rule(en=IN_ENGLISH)), consultant=marta)
    assert both.languages == ("es", "en")


def test_what_is_missing_is_named_with_its_language(sent):
    with translation.override("en"):
        errors = sent(name_es="", name_en="Only the name").errors
        assert errors["name_es"] == ["This is needed in Spanish."]
        assert errors["why_en"] == ["This is needed in English."]


def test_how_words_are_set_apart_is_said_at_every_box(marta):
    form = OwnRuleForm(consultant=marta)
    boxes = [field for field in form if "_words_" in field.name]
    assert all(field.help_text for field in boxes)
