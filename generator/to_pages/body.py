"""The body of a page, rendered once for the page itself and for the frame in another site."""

import re
from collections.abc import Callable

BEGIN, END = "<!--full-->", "<!--/full-->"
"""What a template marks so is left out of the frame; no text of the data can hold these marks."""

FULL = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)

UPWARD = '="../'
"""How an attribute with a way up to the root begins; the way is one step longer in a frame."""


class Body:
    """Renders when first asked and lets go of the text when both have it."""

    def __init__(self, render: Callable[[], str], *, shared: bool) -> None:
        """`render` makes the HTML with the marks; `shared` is whether a frame will ask for it."""
        self._render = render
        self._shared = shared
        self._text: str | None = None

    def full(self) -> str:
        """The body of the page itself."""
        return self._once().replace(BEGIN, "").replace(END, "")

    def embedded(self) -> str:
        """The body one folder deeper, without what only the page itself has."""
        return FULL.sub("", self._once()).replace(UPWARD, f"{UPWARD}../")

    def _once(self) -> str:
        text = self._text or self._render()
        self._text = text if self._shared and self._text is None else None
        return text
