package energy.sem.display.font;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of a TrueType font (OpenType specification, chapters head, maxp, hhea, hmtx, cmap, loca, glyf, cvt, fpgm,
 * prep). Immutable; any damage is an {@link IllegalArgumentException} when it is read.
 */
final class FontFile {
    private final ByteBuffer bytes;
    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final int unitsPerEm;
    private final boolean longLoca;
    private final int advances;
    private final int ascender;
    private final int descender;
    private final int characters;

    FontFile(byte[] file) {
        bytes = ByteBuffer.wrap(file).asReadOnlyBuffer();
        int version = bytes.getInt(0);
        if (version != 0x00010000) {
            throw new IllegalArgumentException("not a TrueType font: it begins with 0x" + Integer.toHexString(version));
        }
        for (int i = 0; i < u16(bytes, 4); i++) {
            int entry = 12 + 16 * i;
            byte[] tag = new byte[4];
            bytes.get(entry, tag);
            tables.put(
                    new String(tag, java.nio.charset.StandardCharsets.US_ASCII),
                    bytes.slice(bytes.getInt(entry + 8), bytes.getInt(entry + 12)));
        }
        ByteBuffer head = table("head");
        unitsPerEm = u16(head, 18);
        longLoca = u16(head, 50) == 1;
        ByteBuffer hhea = table("hhea");
        ascender = hhea.getShort(4);
        descender = hhea.getShort(6);
        advances = u16(hhea, 34);
        characters = characterTable();
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("the font has no table " + tag);
        }
        return table;
    }

    /** The offset in cmap of a sub-table of format 4 for Unicode's basic plane. */
    private int characterTable() {
        ByteBuffer cmap = table("cmap");
        for (int i = 0; i < u16(cmap, 2); i++) {
            int offset = cmap.getInt(4 + 8 * i + 4);
            boolean unicode = u16(cmap, 4 + 8 * i) == 3 && u16(cmap, 4 + 8 * i + 2) == 1;
            if (unicode && u16(cmap, offset) == 4) {
                return offset;
            }
        }
        throw new IllegalArgumentException("the font has no Unicode character table of format 4");
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int ascender() {
        return ascender;
    }

    int descender() {
        return descender;
    }

    /** A number from maxp by its offset: the sizes an interpreter needs. */
    int limit(int offset) {
        return u16(table("maxp"), offset);
    }

    /** Where a program or the control values lie; empty when the font has none. */
    byte[] program(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            return new byte[0];
        }
        byte[] program = new byte[table.limit()];
        table.get(0, program);
        return program;
    }

    /** The glyph of a character; 0 when there is none. */
    int glyph(int character) {
        ByteBuffer cmap = table("cmap");
        int segments = u16(cmap, characters + 6);
        int ends = characters + 14;
        int starts = ends + segments + 2;
        int deltas = starts + segments;
        int ranges = deltas + segments;
        for (int i = 0; i < segments; i += 2) {
            if (character <= u16(cmap, ends + i)) {
                int start = u16(cmap, starts + i);
                if (character < start) {
                    return 0;
                }
                int delta = u16(cmap, deltas + i);
                int range = u16(cmap, ranges + i);
                if (range == 0) {
                    return character + delta & 0xffff;
                }
                int glyph = u16(cmap, ranges + i + range + 2 * (character - start));
                return glyph == 0 ? 0 : glyph + delta & 0xffff;
            }
        }
        return 0;
    }

    /** Advance width in font units. */
    int advance(int glyph) {
        return u16(table("hmtx"), 4 * Math.min(glyph, advances - 1));
    }

    /** Left side bearing in font units. */
    int leftSideBearing(int glyph) {
        int offset = glyph < advances ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances);
        return table("hmtx").getShort(offset);
    }

    /** The glyph's description in glyf; empty for a glyph without an outline. */
    ByteBuffer outline(int glyph) {
        ByteBuffer loca = table("loca");
        int from = longLoca ? loca.getInt(4 * glyph) : 2 * u16(loca, 2 * glyph);
        int to = longLoca ? loca.getInt(4 * glyph + 4) : 2 * u16(loca, 2 * glyph + 2);
        return table("glyf").slice(from, to - from);
    }

    static int u16(ByteBuffer buffer, int offset) {
        return buffer.getShort(offset) & 0xffff;
    }
}
