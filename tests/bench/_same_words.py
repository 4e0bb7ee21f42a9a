"""The words of a page, block by block, for programs that read no HTML."""

from dataclasses import dataclass
from html.parser import HTMLParser

BLOCKS = {"h1", "h2", "h3", "p", "li", "dt", "dd", "td", "th", "blockquote", "footer"}
UNSEEN = {"title", "style", "script", "svg"}


@dataclass
class Block:
    """One paragraph or heading, by the tag it stood in."""

    tag: str
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks, self._unseen = [Block("p")], 0

    def handle_starttag(self, tag, attrs):
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.blocks.append(Block(tag))

    def handle_endtag(self, tag):
        self._unseen -= tag in UNSEEN
        if tag in BLOCKS:
            self.blocks.append(Block("p"))

    def handle_data(self, data):
        if not self._unseen:
            self.blocks[-1].text += data


def blocks(html: str) -> list[Block]:
    """Return every block that says something, in the page's order."""
    reader = _Reader()
    reader.feed(html)
    told = [Block(each.tag, " ".join(each.text.split())) for each in reader.blocks]
    return [each for each in told if each.text]
