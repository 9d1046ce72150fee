"""The Content-Security-Policy of each kind of page, defined once."""

from collections.abc import Mapping
from types import MappingProxyType

BASE: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        # The theme draws its icons from data addresses in its style sheet.
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
)
"""What every page may do: load what the site itself serves, and nothing else."""

ALLOWED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        # Python needs WebAssembly; its worker starts from a blob to inherit this very policy.
        "check": MappingProxyType(
            {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self' blob:"}
        ),
        # Hand-written pages can show a page of ours as another site would.
        "prose": MappingProxyType({"frame-src": "'self'"}),
    }
)
"""What a kind of page may do beyond that."""


def security_policy(kind: str, also: Mapping[str, str] = MappingProxyType({})) -> str:
    """The policy of a page of `kind`; `also` replaces single directives."""
    directives = {**BASE, **ALLOWED.get(kind, {}), **also}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
