"""Settings of what others say of letters: their clocks, and who certified whom."""

from pathlib import Path

from consultancy.env import env, secret

TSA_URL: str = env.str("TSA_URL", "")
TSA_USER, TSA_PASSWORD = env.str("TSA_USER", ""), secret("TSA_PASSWORD")
TSA_POLICY: str = env.str("TSA_POLICY", "")
TSA_CERTIFICATES: Path | None = env.path("TSA_CERTIFICATES", None)
# Issuers may be asked at these hosts although they stand in a private network.
REVOCATION_HOSTS: list[str] = env.list("REVOCATION_HOSTS", [])
