"""The colours that a city chooses, and their lighter shades that stay readable in the dark."""

from generator.policy.site import Colours

DARK_PAPER = "#14181c"
READABLE = 5.0
"""Contrast that a colour keeps on dark paper: a little more than the 4.5 that WCAG 2.2 asks for."""


def colour_rules(colours: Colours, dark_tokens: str) -> str:
    """Style rules that set the site's colours for light and for dark pages.

    `dark_tokens` are the declarations that every dark page has besides.
    """
    light = f"--primary:{colours.primary};--accent:{colours.accent}"
    dark = f"--primary:{readable(colours.primary)};--accent:{readable(colours.accent)}"
    return f"\n:root{{{light};--primary-deep:{colours.primary}}}\n{_dark(dark_tokens + dark)}"


def _dark(declarations: str) -> str:
    """Declarations for a page that its visitor's setting or its own switch makes dark.

    Paper is light, whatever the screen was.
    """
    return (
        "@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{{declarations}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{declarations}}}}}\n"
    )


def readable(colour: str, paper: str = DARK_PAPER) -> str:
    """`colour` mixed with as much white as it takes to be read on `paper`."""
    for share in range(0, 101, 4):
        mixed = tuple(round(part + (255 - part) * share / 100) for part in _parts(colour))
        if contrast(mixed, _parts(paper)) >= READABLE:
            break
    return "#" + "".join(f"{part:02x}" for part in mixed)


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _parts(colour: str) -> tuple[int, ...]:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return tuple(int(digits[start : start + 2], 16) for start in (0, 2, 4))


def _luminance(parts: tuple[int, ...]) -> float:
    linear = [_linear(part / 255) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
