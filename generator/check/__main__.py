"""`python -m generator.check [DIR]` proves the rules of a project and writes `proof.yaml`."""

import sys
from pathlib import Path

from generator.check.proof import proof, written
from generator.from_yaml.load import load
from generator.policy.files import PROOF
from generator.policy.problem import Problems
from generator.policy.proof import share


def main(project: Path) -> int:
    """Print the share noticed of each measure, then of all, and write the file."""
    try:
        found = proof(load(project))
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    for name, tally in found.measures.items():
        print(f"{share(tally) / 10:5.1f} %  {tally.noticed} of {tally.changes}  {name}")
    total = found.total
    print(f"{share(total) / 10:5.1f} %  {total.noticed} of {total.changes} in all", end="; ")
    print(f"{total.without_effect} change no verdict; {found.scenarios} scenarios")
    (project / PROOF).write_text(written(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:])))
