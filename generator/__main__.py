"""The command line: `mingbai check | build | serve | new | evaluate`."""

import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from types import MappingProxyType, ModuleType

from generator.commands import build, check, evaluate, new, serve
from generator.policy.problem import Problems

COMMANDS: Mapping[str, ModuleType] = MappingProxyType(
    {"check": check, "build": build, "serve": serve, "new": new, "evaluate": evaluate}
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 is a problem in the data, 2 a wrong call."""
    parser = ArgumentParser(prog="mingbai", description="Makes a policy document understandable.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.add_options(commands.add_parser(name, help=command.HELP, description=command.HELP))
    parsed = parser.parse_args(arguments)
    try:
        return int(COMMANDS[parsed.command].run(parsed))
    except Problems as found:
        print(found, file=sys.stderr)
        count = len(found.problems)
        print(f"{count} problem{'' if count == 1 else 's'} in the data.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
