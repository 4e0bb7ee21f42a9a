import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultancy.strategy_values import StrategyFileError
from consultancy.web.yaml_form import PastedYaml, YamlForm


class Form(YamlForm):
    text = PastedYaml(max_length=20)
    most_bytes_read = 30
    taken = None

    def take_in(self, text):
        if text == "- bad":
            raise StrategyFileError(1, "unknown", "bad")
        self.taken = text


def form(text="", file=None):
    files = {"file": SimpleUploadedFile("a.yaml", file)} if file is not None else {}
    return Form({"text": text}, files)


def test_what_is_pasted_is_taken_with_its_blanks():
    pasted = form("\n- a\n")
    assert pasted.is_valid()
    assert pasted.taken == "\n- a\n"


def test_a_file_goes_before_what_is_pasted_and_is_shown():
    brought = form("- a", b"\xef\xbb\xbf- b")
    assert brought.is_valid()
    assert brought.taken == "- b"
    brought.show_text()
    assert brought["text"].value() == "- b"


def test_a_file_longer_than_can_be_pasted_is_not_shown():
    brought = form("- a", b"#" * 21)
    assert brought.is_valid()
    brought.show_text()
    assert brought["text"].value() == "- a"


def test_no_more_is_read_than_it_takes_to_refuse():
    brought = form(file=b"#" * 100)
    assert brought.is_valid()
    assert len(brought.taken) == 31


@pytest.mark.parametrize(
    ("text", "file", "field"),
    [("- bad", None, "text"), ("", b"- bad", "file"), ("", b"\xff\xfe", "file")],
)
def test_what_is_wrong_stands_beside_the_field_it_came_by(text, file, field):
    refused = form(text, file)
    assert list(refused.errors) == [field]
    assert refused.taken is None
