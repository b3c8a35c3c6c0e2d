"""So much of FreeType (libfreetype.so.6) as drawing ahead needs: grid-fitted outlines, by the instructions in the font."""

import ctypes

from scan import Outline

FIRST_POINT = 1  # tag of a point on the curve
LOAD_TARGET_MONO = 2 << 16
NO_BITMAP = 1 << 3
OUTLINE_IGNORES_DROP_OUTS = 1 << 3
# Full grid-fitting in both directions, as on paper white displays; the default (40) does it vertically only.
INTERPRETER_VERSION = 35


class Vector(ctypes.Structure):
    _fields_ = [("x", ctypes.c_long), ("y", ctypes.c_long)]


class FtOutline(ctypes.Structure):
    _fields_ = [("contours", ctypes.c_short), ("count", ctypes.c_short), ("points", ctypes.POINTER(Vector)),
                ("tags", ctypes.POINTER(ctypes.c_ubyte)), ("ends", ctypes.POINTER(ctypes.c_short)),
                ("flags", ctypes.c_int)]


class Bitmap(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint * 2), ("pitch", ctypes.c_int), ("buffer", ctypes.c_void_p),
                ("greys", ctypes.c_ushort), ("modes", ctypes.c_ubyte * 2), ("palette", ctypes.c_void_p)]


class Slot(ctypes.Structure):
    _fields_ = [("head", ctypes.c_void_p * 3), ("index", ctypes.c_uint), ("generic", ctypes.c_void_p * 2),
                ("metrics", ctypes.c_long * 8), ("linear", ctypes.c_long * 2), ("advance", Vector),
                ("format", ctypes.c_int), ("bitmap", Bitmap), ("bitmap_at", ctypes.c_int * 2), ("outline", FtOutline)]


class FaceHead(ctypes.Structure):
    _fields_ = [("numbers", ctypes.c_long * 5), ("names", ctypes.c_char_p * 2), ("strikes", ctypes.c_int),
                ("sizes", ctypes.c_void_p), ("maps", ctypes.c_int), ("map", ctypes.c_void_p),
                ("generic", ctypes.c_void_p * 2), ("box", ctypes.c_long * 4), ("units", ctypes.c_ushort),
                ("lines", ctypes.c_short * 7), ("slot", ctypes.POINTER(Slot))]


LIBRARY = ctypes.CDLL("libfreetype.so.6")


def check(error, what):
    if error:
        raise OSError(f"FreeType cannot {what}: error {error}")


class Face:
    """A font file."""

    def __init__(self, file):
        library = ctypes.c_void_p()
        check(LIBRARY.FT_Init_FreeType(ctypes.byref(library)), "start")
        version = ctypes.c_uint(INTERPRETER_VERSION)
        check(LIBRARY.FT_Property_Set(library, b"truetype", b"interpreter-version", ctypes.byref(version)),
              f"hint by version {INTERPRETER_VERSION}")
        self.face = ctypes.POINTER(FaceHead)()
        check(LIBRARY.FT_New_Face(library, str(file).encode(), ctypes.c_long(0), ctypes.byref(self.face)),
              f"read {file}")

    def size(self, width, height):
        """From now on an em has so many pixels; fewer across than down make the letters narrower."""
        check(LIBRARY.FT_Set_Pixel_Sizes(self.face, width, height), f"set {width}x{height}")

    def has(self, character):
        return LIBRARY.FT_Get_Char_Index(self.face, ctypes.c_ulong(ord(character))) != 0

    def outline(self, character, black_and_white):
        """The character's outline, fitted to the pixels."""
        index = LIBRARY.FT_Get_Char_Index(self.face, ctypes.c_ulong(ord(character)))
        flags = NO_BITMAP | (LOAD_TARGET_MONO if black_and_white else 0)
        check(LIBRARY.FT_Load_Glyph(self.face, index, flags), f"load {character!r}")
        slot = self.face.contents.slot.contents
        outline = slot.outline
        contours, begin = [], 0
        for number in range(outline.contours):
            end = outline.ends[number] + 1
            contours.append([
                (outline.points[i].x, outline.points[i].y, bool(outline.tags[i] & FIRST_POINT))
                for i in range(begin, end)])
            begin = end
        drop_out = not outline.flags & OUTLINE_IGNORES_DROP_OUTS
        return Outline(contours, slot.advance.x // 64, drop_out)
