"""Parts that thousands of pages have in common: each is rendered once for all of them."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

type Parts = Callable[[Iterable[str], str, str], Markup]
"""For each key the part of that name, below a way to the root, a line each."""


def parts(templates: Environment) -> Parts:
    """Render `parts/{name}.html`, which sees `root` and `key`, once for all pages that hold it."""

    @lru_cache(maxsize=5_000)
    def part(name: str, root: str, key: str) -> str:
        return templates.get_template(f"parts/{name}.html").render(root=root, key=key)

    def joined(keys: Iterable[str], name: str, root: str) -> Markup:
        return Markup("\n".join(part(name, root, key) for key in keys))  # noqa: S704  templates escape

    return joined
