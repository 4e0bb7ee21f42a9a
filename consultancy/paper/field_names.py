"""What the two signature fields of a letter are called; the child and the signer
must agree, and the signer should not load what the child typesets with."""

CONSULTANT_FIELD = "ConsultantSignature"
CLIENT_FIELD = "ClientSignature"
