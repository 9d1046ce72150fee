"""`security.txt`: whom to tell about a hole (RFC 9116)."""

from datetime import date, timedelta
from urllib.parse import urljoin

from generator.policy.policy import Policy

ADDRESS = ".well-known/security.txt"
VALID = timedelta(days=365)
"""RFC 9116, section 2.5.5, asks for about a year: whoever publishes a change renews it."""


def security_txt(policy: Policy) -> bytes:
    """The contact of the site, until a year after its newest change: a build knows no clock."""
    site = policy.site
    days = [change.on for change in policy.changes]
    days += [document.frame.signed for document in policy.documents.values()]
    until = date.fromisoformat(max(days)) + VALID
    languages = ", ".join(spoken.tag for spoken in site.languages.values())
    # RFC 9116, section 3: the file belongs to the host, whatever path the site stands below.
    canonical = urljoin(site.base_address, f"/{ADDRESS}")
    lines = (
        f"Contact: {site.contact.address}",
        f"Expires: {until.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {languages}",
        f"Canonical: {canonical}",
    )
    return ("\n".join(lines) + "\n").encode()
