#!/usr/bin/env python3
"""Draws ahead every glyph that pictures can ask for: reads the table of text styles and the words of all languages, and
writes one BDF file for each font. See README.md beside it."""

import argparse
import pathlib
import sys

import scan
from freetype import Face

RESOURCES = pathlib.Path(__file__).parents[2] / "services/display-feed/src/main/resources/energy/sem/display"
STYLES = RESOURCES / "paint/styles.txt"
GLYPHS = RESOURCES / "font"
FONT_FILES = {"regular": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf"}

ASCII = {chr(code) for code in range(0x20, 0x7F)}
NARROW_SPACE = "\u202f"
# What is drawn for a character that a font does not have.
REPLACEMENT = "\ufffd"
SIGNS = set("–−…·×€▲³\u00a0") | {NARROW_SPACE, REPLACEMENT}
# A figure font writes numbers, and tells by its H how high capitals are.
FIGURES = set("0123456789.,−H \u00a0") | {NARROW_SPACE, REPLACEMENT}


def fonts():
    """(weight, height, width) of every font in the table, with the characters it needs."""
    wanted = {}
    everything = ASCII | SIGNS | words()
    for line in STYLES.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            _, weight, characters, *sizes = line.split()
            for size in sizes:
                height, width = map(int, size.split("x"))
                needed = everything if characters == "all" else FIGURES
                wanted[weight, height, width] = wanted.get((weight, height, width), set()) | needed
    return wanted


def words():
    """Every character of every language, also as capitals: the banner is written in them."""
    texts = "".join(file.read_text(encoding="utf-8") for file in (RESOURCES / "paint").glob("*.properties"))
    return {character for character in texts + texts.upper() if character > "\x7f"}


def bdf(face, weight, height, width, characters, black_and_white):
    """A font in the Glyph Bitmap Distribution Format 2.1; with 4 bits a pixel (an extension that FreeType and FontForge
    read) each hexadecimal figure is a pixel's ink."""
    face.size(width, height)
    missing = sorted(c for c in characters if c != NARROW_SPACE and not face.has(c))
    if missing:
        raise SystemExit(f"the font has no {' '.join(missing)}")
    bits = 1 if black_and_white else 4
    outlines = {c: None if c == NARROW_SPACE else face.outline(c, black_and_white) for c in sorted(characters)}
    drawn = [outline for outline in outlines.values() if outline]
    ascent = max(outline.bottom + outline.height for outline in drawn)
    descent = max(-outline.bottom for outline in drawn)
    lines = [
        "STARTFONT 2.1",
        "COMMENT Made by tools/glyphs/draw.py of DejaVu Sans; LICENSE-DejaVu.txt beside it is its licence.",
        f"FONT -DejaVu-DejaVu Sans-{weight}-R-Normal--{height}-{height * 10}-72-72-P-{width * 10}-ISO10646-1",
        f"SIZE {height} 72 72" + ("" if black_and_white else f" {bits}"),
        f"FONTBOUNDINGBOX {max(o.width for o in drawn)} {ascent + descent} {min(o.left for o in drawn)} {-descent}",
        "STARTPROPERTIES 2",
        f"FONT_ASCENT {ascent}",
        f"FONT_DESCENT {descent}",
        "ENDPROPERTIES",
        f"CHARS {len(outlines)}",
    ]
    for character, outline in outlines.items():
        # Narrow no-break space: a third of an em wide, as wide as nothing in most fonts.
        advance = max(2, (width + 2) // 5) if outline is None else outline.advance
        box = (0, 0, 0, 0) if outline is None else (outline.width, outline.height, outline.left, outline.bottom)
        lines += [
            f"STARTCHAR U+{ord(character):04X}",
            f"ENCODING {ord(character)}",
            f"SWIDTH {advance * 1000 // height} 0",
            f"DWIDTH {advance} 0",
            "BBX %d %d %d %d" % box,
            "BITMAP",
        ]
        if outline is not None:
            rows = scan.mono(outline) if black_and_white else scan.grey(outline)
            lines += [packed(row, bits) for row in rows]
        lines.append("ENDCHAR")
    return "\n".join(lines + ["ENDFONT"]) + "\n"


def packed(row, bits):
    """A row as hexadecimal figures, filled up with nothing to whole bytes."""
    per_byte = 8 // bits
    padded = row + [0] * (-len(row) % per_byte)
    number = 0
    for ink in padded:
        number = number << bits | ink
    return f"{number:0{len(padded) * bits // 4}X}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", default="/usr/share/fonts/truetype/dejavu", help="folder of the DejaVu fonts")
    parser.add_argument("--check", action="store_true", help="writes nothing; fails when a file is not as it would be")
    options = parser.parse_args()
    faces = {weight: Face(pathlib.Path(options.fonts) / file) for weight, file in FONT_FILES.items()}
    files = {}
    for (weight, height, width), characters in sorted(fonts().items()):
        for kind in ("grey", "mono"):
            content = bdf(faces[weight], weight, height, width, characters, kind == "mono")
            files[f"{weight}-{height}x{width}-{kind}.bdf"] = content
    there = {file.name: file.read_text(encoding="ascii") for file in GLYPHS.glob("*.bdf")}
    if options.check:
        wrong = sorted(name for name in files.keys() | there.keys() if files.get(name) != there.get(name))
        sys.exit(f"not as draw.py makes them: {', '.join(wrong)}" if wrong else 0)
    for name in there.keys() - files.keys():
        (GLYPHS / name).unlink()
    for name, content in files.items():
        (GLYPHS / name).write_text(content, encoding="ascii")
    print(f"{len(files)} fonts, {sum(map(len, files.values()))} bytes, in {GLYPHS}")


if __name__ == "__main__":
    main()
