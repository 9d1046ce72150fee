"""The body of a page, rendered once for the page itself and for the frame in another site."""

from collections.abc import Callable

FULL = "<!--full-->"
"""Stands before and after what a frame leaves out; no text of the data can hold it."""

UPWARD = '="../'
"""How an attribute with a way up to the root begins; the way is one step longer in a frame."""


class Body:
    """Renders when first asked and lets go of the text when both have it."""

    def __init__(self, render: Callable[[], str], *, shared: bool) -> None:
        """`render` makes the HTML with the marks; `shared` is whether a frame will ask for it."""
        self._render = render
        self._shared = shared
        self._parts: list[str] | None = None

    def full(self) -> str:
        """The body of the page itself."""
        return "".join(self._once())

    def embedded(self) -> str:
        """The body one folder deeper, without what only the page itself has."""
        return "".join(self._once()[::2]).replace(UPWARD, f"{UPWARD}../")

    def _once(self) -> list[str]:
        """The body cut at the marks: every other part is for the page alone."""
        parts = self._parts or self._render().split(FULL)
        self._parts = parts if self._shared and self._parts is None else None
        return parts
