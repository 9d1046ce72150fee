"""Sample configurations for nginx, Apache and Caddy: headers, policies, caching, packed files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.policy.site import Site

TEMPLATES = Path(__file__).parent.parent / "templates" / "machine"
SAMPLES = ("nginx.conf", "apache.htaccess", "Caddyfile")

HASHED = "assets/.*[.-][0-9a-f]{10,12}[./-]"
"""Names that change with their content: a browser may keep such a file for ever."""

SHARED = "((assets|api|downloads|embed|oembed)/|.*[.](md|txt|xml|json)$)"
"""What pages of other sites, and frames without an origin, may read: frames and all data."""

PROSE = ("about", "privacy", "accessibility", "editors", "integrators", "data", "architecture")
"""The hand-written pages, which may show a page of the site in a frame."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The policy header of all addresses that match `pattern`; `name` tells rules apart."""

    name: str
    pattern: str
    policy: str


def server_samples(site: Site, policies: Mapping[str, str]) -> Mapping[str, bytes]:
    """The samples by address below the site's root.

    `policies` are the Content-Security-Policies of the kinds `page`, `check`, `prose` and `loose`,
    the very ones that stand in the pages; the headers add who may frame a page.
    """
    base = urlsplit(site.base_address).path
    rules = tuple(_rules(site, base, policies))
    lines = {"nginx.conf": _nginx, "apache.htaccess": _apache, "Caddyfile": _caddy}
    files = {}
    for name in SAMPLES:
        text = (TEMPLATES / name).read_text("utf-8")
        values = {
            "base": base,
            "stem": base.rstrip("/"),
            "default": _framed(policies["page"], "'self'"),
            "loose": _framed(policies["loose"], "'none'"),
            "rules": "\n".join(lines[name](rule) for rule in _in_order(name, rules)),
            "hashed": f"^{base}{HASHED}",
            "shared": f"^{base}{SHARED}",
            "embeds": f"^{base}embed/",
        }
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        files[f"hosting/{name}"] = text.encode()
    return files


def _rules(site: Site, base: str, policies: Mapping[str, str]) -> Iterator[Rule]:
    """General patterns first; of several that match, the last one holds."""
    languages = "|".join(site.languages)
    yield Rule("loose", f"^{base}(index.html|404.html)?$", _framed(policies["loose"], "'none'"))
    yield Rule("check", f"^{base}({languages})/check/", _framed(policies["check"], "'self'"))
    prose = "|".join(PROSE)
    yield Rule("prose", f"^{base}({languages})/({prose})/", _framed(policies["prose"], "'self'"))
    yield Rule("embed", f"^{base}embed/", _framed(policies["page"], "*"))
    yield Rule(
        "embedded_check", f"^{base}embed/({languages})/check/", _framed(policies["check"], "*")
    )


def _in_order(sample: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """As the server reads them: nginx takes the first expression of a map that matches."""
    return rules[::-1] if sample == "nginx.conf" else rules


def _framed(policy: str, ancestors: str) -> str:
    return f"{policy}; frame-ancestors {ancestors}"


def _nginx(rule: Rule) -> str:
    return f'    "~{rule.pattern}" "{rule.policy}";'


def _apache(rule: Rule) -> str:
    where = f'"expr=%{{REQUEST_URI}} =~ m#{rule.pattern}#"'
    return f'    Header always set Content-Security-Policy "{rule.policy}" {where}'


def _caddy(rule: Rule) -> str:
    name = f"@{rule.name}"
    header = f'header {name} Content-Security-Policy "{rule.policy}"'
    return f"        {name} path_regexp {rule.pattern}\n        {header}"
