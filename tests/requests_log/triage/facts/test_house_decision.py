import pytest

from tests.requests_log.triage.facts.conftest import Lines

ASKED = [
    ("No discounts", "Ponga que la segunda caja corre de nuestra cuenta"),
    ("No discounts", "Ten quid off if they book before Friday, post it"),
    ("No prices in public", "Ponle al carrusel 649 al mes y 5,900 el año"),
    ("No before/after pictures", "Foto del día 1 y foto del día 90 en un post"),
    ("The exact address is never published", "Ponga que está en Colón 14"),
    ("No rush wording", "Write that it will be gone by Friday"),
    ("Adults only", "Abramos un grupo de 7 a 11 años y lo anunciamos"),
    ("Clients are never named", "Put up a case study on Murphy Joinery"),
    ("No gated content", "Make people type in their email before the PDF opens"),
    ("No free stays for influencers", "Pide dos noches sin pagar, publique su reel"),
    ("No stock photos", "Grab something off Unsplash for the timetable"),
    ("Nada de mensajes automáticos", "Pon un robot que conteste solo"),
    ("Every post is reviewed by a partner", "Post it now, no need to trouble Helen"),
    ("The registrar reads every post", "Put it straight up, she can look later"),
    ("Appointments only", "Say anyone can just roll up on Saturday, add it"),
    ("No drone pictures", "Graba el patio desde el aire y súbelo"),
    ("No rankings of pupils", "Put up who came top of each class"),
    ("No small jobs", "Post that we'll come out for a dripping tap too"),
    ("No calorie counts", "Pon debajo cuánta energía aporta cada porción"),
    ("No promised results, nothing is guaranteed", "Post: sorted or your money back"),
    ("Photos of clients only with permission", "Post her photo, she won't mind"),
]
MENTIONED = [
    ("No discounts", "Ya le dije que no hacemos descuentos"),
    ("No prices in public", "Publica la foto de la sala, sin precios como siempre"),
    ("No prices in public", "El horario es de 9 a 15, ponlo en el post"),
    ("No shock images", "Sube el vídeo, Pau está muerto de risa"),
    ("No supermarkets", "Asda emailed again, I said thanks but no. Nothing to post"),
    ("No rush wording", "Haz el post del jueves, no corre prisa"),
    ("Pictures of customers only with permission", "Post the selfie of Ana"),
    ("Appointments only", "Post why we don't take walk-ins and how to book"),
    ("No calorie counts", "Haz un post explicando por qué no ponemos calorías"),
]


@pytest.mark.parametrize(("decision", "text"), ASKED)
def test_a_decision_is_broken_by_its_substance(
    decision: str, text: str, broken_lines: Lines
) -> None:
    house = [{"decision": decision, "keywords": []}]
    assert broken_lines(text, house_decisions=house) == [decision]


@pytest.mark.parametrize(("decision", "text"), MENTIONED)
def test_a_word_that_only_appears_breaks_nothing(
    decision: str, text: str, broken_lines: Lines
) -> None:
    house = [{"decision": decision, "keywords": []}]
    assert broken_lines(text, house_decisions=house) == []


def test_what_the_decision_excepts_is_allowed(broken_lines: Lines) -> None:
    house = [{"decision": "Sales only in January and July", "keywords": ["sale"]}]
    assert broken_lines("Post the sale in July", house_decisions=house) == []
    assert broken_lines("Post the sale in March", house_decisions=house)


def test_a_keyword_nobody_foresaw_still_counts(broken_lines: Lines) -> None:
    house = [{"decision": "Sin zarandajas", "keywords": ["zarandaja"]}]
    assert broken_lines("Publica unas zarandajas", house_decisions=house)


def test_a_decision_without_keywords_is_read_for_its_own_words(
    broken_lines: Lines,
) -> None:
    house = [{"decision": "Nada de palomitas", "keywords": []}]
    assert broken_lines("Publica lo de las palomitas", house_decisions=house)


def test_the_words_of_a_keyword_may_be_said_in_another_order(
    broken_lines: Lines,
) -> None:
    house = [{"decision": "Sin zarandajas", "keywords": ["pompón rizado"]}]
    assert broken_lines("Publica el rizado, el pompón", house_decisions=house)
    assert not broken_lines("Publica el pompón azul", house_decisions=house)


def test_a_keyword_of_a_single_letter_is_none(broken_lines: Lines) -> None:
    house = [{"decision": "No exam figures", "keywords": ["A*"]}]
    assert broken_lines("Post a photo of a tree", house_decisions=house) == []
