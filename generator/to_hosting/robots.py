"""`robots.txt`: where search engines find the list of all pages (RFC 9309)."""

from generator.policy.site import Site

ADDRESS = "robots.txt"


def robots_txt(site: Site) -> bytes:
    """Nothing is forbidden: pages that should not be found say so themselves."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.base_address}sitemap.xml\n".encode()
