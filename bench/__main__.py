"""`python -m bench [SECTION …]`: prints the sections named, or all of them."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def sections() -> list[str]:
    """Return the names of the modules here that have a `report`, in alphabetical order."""
    names = (each.name for each in iter_modules([str(Path(__file__).parent)]))
    return [
        each
        for each in sorted(names)
        if each != "__main__" and hasattr(import_module(f"bench.{each}"), "report")
    ]


def main(wanted: Sequence[str]) -> int:
    """Run the sections named, all if none is; 2 for a name that is no section."""
    known = sections()
    if wrong := set(wanted) - set(known):
        sys.stderr.write(f"no section {', '.join(sorted(wrong))}; there are: {', '.join(known)}\n")
        return 2
    for name in wanted or known:
        print(f"\n## {name}\n", flush=True)
        for line in import_module(f"bench.{name}").report():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
