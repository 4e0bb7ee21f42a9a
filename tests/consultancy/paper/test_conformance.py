import io
from xml.etree import ElementTree

import pikepdf

from consultancy.paper import conformance

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = f"{{{conformance.UA}}}"


def test_the_metadata_names_both_standards(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    said = {
        name: value
        for description in xmp.iter(f"{RDF}Description")
        for name, value in description.attrib.items()
    }
    assert (said[f"{PDFA}part"], said[f"{PDFA}conformance"]) == ("3", "A")
    assert said[f"{PDFUA}part"] == "1"
