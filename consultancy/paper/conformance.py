"""One file that is PDF/A-3a and PDF/UA-1 at once.

WeasyPrint names one standard only in the metadata; the second identification and
the PDF/A extension schema that declares it (ISO 19005-3, 6.6.2.3) are added here.
"""

from weasyprint import Document

VARIANT = "pdf/a-3a"
UA_PART = "1"

EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
UA = "http://www.aiim.org/pdfua/ns/id/"

END_OF_RDF = b"</rdf:RDF>"
UA_IDENTIFICATION = (
    f'<rdf:Description rdf:about="" xmlns:pdfuaid="{UA}" pdfuaid:part="{UA_PART}"/>'
    f'<rdf:Description rdf:about="" xmlns:x="{EXTENSION}" xmlns:s="{SCHEMA}"'
    f' xmlns:p="{PROPERTY}"><x:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<s:schema>PDF/UA identification</s:schema>"
    f"<s:namespaceURI>{UA}</s:namespaceURI><s:prefix>pdfuaid</s:prefix>"
    '<s:property><rdf:Seq><rdf:li rdf:parseType="Resource"><p:name>part</p:name>'
    "<p:valueType>Integer</p:valueType><p:category>internal</p:category>"
    "<p:description>The part of ISO 14289 that the file conforms to</p:description>"
    "</rdf:li></rdf:Seq></s:property></rdf:li></rdf:Bag></x:schemas></rdf:Description>"
).encode("ascii")


def declare_both(document: Document) -> None:
    """Make DOCUMENT's metadata say PDF/UA-1 beside PDF/A-3a."""
    metadata = document.metadata
    generate = metadata.generate_rdf_metadata

    def generate_both(variant: str, version: int, conformance: str) -> bytes:
        rdf: bytes = generate(variant, version, conformance)
        return rdf.replace(END_OF_RDF, UA_IDENTIFICATION + END_OF_RDF)

    metadata.generate_rdf_metadata = generate_both
