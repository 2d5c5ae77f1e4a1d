"""A QR code of an address: as SVG for a page, as characters for a terminal."""

from __future__ import annotations

import io
import sys

import segno

BORDER = 2  # of light modules; four are standard, two are read by every phone and leave room on the screen
UPPER, LOWER, BOTH = "▀", "▄", "█"
BLACK_ON_WHITE, AS_BEFORE = "\x1b[38;5;16;48;5;231m", "\x1b[0m"


def svg(text: str, title: str) -> str:
    """An SVG of the code that fills its place, with a title for screen readers."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=BORDER, title=title, light="#fff", nl=False
    )
    return out.getvalue().decode("utf-8")


def terminal(text: str, colours: bool, encoding: str = "utf-8") -> str:
    """The code in lines of characters: two rows in one line where the terminal has half blocks."""
    rows = [list(row) for row in segno.make(text, error="l", micro=False).matrix_iter(border=BORDER)]
    if not _writes(BOTH + UPPER + LOWER, encoding):
        return "\n".join("".join("  " if dark else "##" for dark in row) for row in rows)
    rows += [[1 if not colours else 0] * len(rows[0])] if len(rows) % 2 else []
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join(_line(upper, lower, colours) for upper, lower in pairs)


def _line(upper: list, lower: list, colours: bool) -> str:
    """Black characters on white where there are colours, else white ones on a terminal that is hopefully dark."""
    if colours:
        signs = {(0, 0): " ", (1, 0): UPPER, (0, 1): LOWER, (1, 1): BOTH}
        return BLACK_ON_WHITE + _signs(upper, lower, signs) + AS_BEFORE
    return _signs(upper, lower, {(0, 0): BOTH, (1, 0): LOWER, (0, 1): UPPER, (1, 1): " "})


def _signs(upper: list, lower: list, signs: dict) -> str:
    return "".join(signs[bool(above), bool(below)] for above, below in zip(upper, lower, strict=True))


def _writes(characters: str, encoding: str) -> bool:
    try:
        characters.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def shows_colours(stream) -> bool:
    """Whether a stream is a terminal that understands colours; on Windows this switches them on."""
    if not stream.isatty():
        return False
    return _switch_on_windows_colours() if sys.platform == "win32" else True


def _switch_on_windows_colours() -> bool:
    import ctypes

    output, understands_colours = -11, 4  # STD_OUTPUT_HANDLE, ENABLE_VIRTUAL_TERMINAL_PROCESSING
    system = ctypes.windll.kernel32
    handle, mode = system.GetStdHandle(output), ctypes.c_ulong()
    known = system.GetConsoleMode(handle, ctypes.byref(mode))
    return bool(known and system.SetConsoleMode(handle, mode.value | understands_colours))
