"""The command `bekal`: one subcommand for each thing trainers and authors do, loaded when it is called."""

from __future__ import annotations

import argparse
import difflib
import sys
from importlib import import_module

from bekal import __version__

# command: (module that does it, Indonesian help, English help)
COMMANDS = {
    "serve": (
        "bekal.serving.command",
        "buka kelas di komputer ini",
        "open the class on this computer",
    ),
    "check": (
        "bekal.authoring.check",
        "periksa modul, data, terjemahan dan tautan",
        "check modules, data, translations and links",
    ),
    "modules": (
        "bekal.authoring.listing",
        "daftar modul",
        "list the modules",
    ),
    "translations": (
        "bekal.authoring.translations",
        "kumpulkan dan hitung terjemahan",
        "gather and count translations",
    ),
    "outputs": (
        "bekal.authoring.outputs",
        "tulis ulang contoh hitungan di pelajaran",
        "rewrite the worked examples of lessons",
    ),
}


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one clear sentence in Indonesian and English."""

    def error(self, message: str):
        """Say what is wrong with the command line and leave with 2."""
        help_command = f"{self.prog} --help"
        print(f"Perintah ini belum pas. Lihat: {help_command}", file=sys.stderr)
        print(f"This command is not right ({message}). See: {help_command}", file=sys.stderr)
        raise SystemExit(2)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    first = arguments[0] if arguments else "--help"
    if first in ("-h", "--help"):
        print(_overview())
        return 0
    if first in ("-V", "--version"):
        print(f"bekal {__version__}")
        return 0
    if first not in COMMANDS:
        return _unknown(first)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a pipe on Windows cannot print every sign
    command = import_module(COMMANDS[first][0])
    parser = Parser(prog=f"bekal {first}", description=" | ".join(COMMANDS[first][1:]), allow_abbrev=False)
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments[1:])) or 0


def _overview() -> str:
    lines = ["bekal <perintah> [pilihan]        bekal <command> [options]", ""]
    for name, (_, indonesian, english) in COMMANDS.items():
        lines += [f"  {name:<14}{indonesian}", f"  {'':<14}{english}"]
    return "\n".join([*lines, "", "bekal <perintah> --help menjelaskan satu perintah | explains one command"])


def _unknown(name: str) -> int:
    near = difflib.get_close_matches(name, COMMANDS, 1)
    hint, hint_en = (f" Maksudnya {near[0]}?", f" Did you mean {near[0]}?") if near else ("", "")
    known = ", ".join(COMMANDS)
    print(f"Perintah {name!r} tidak dikenal.{hint} Pilih: {known}.", file=sys.stderr)
    print(f"There is no command {name!r}.{hint_en} Choose: {known}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
