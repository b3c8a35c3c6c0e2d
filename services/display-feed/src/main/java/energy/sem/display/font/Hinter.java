package energy.sem.display.font;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Grid-fits the glyphs of one font at one size. Glyphs do not influence each other. Not thread-safe. */
final class Hinter {
    private static final int PHANTOM_POINTS = 4;
    private static final int DEEPEST_COMPOSITE = 6;

    private final FontFile font;
    private final Size size;
    private final Context context;
    private final Interpreter interpreter;
    private final GraphicsState afterControlProgram;
    private final int[] cvt;
    private final int[] storage;
    private final Zone twilight;

    /**
     * @param pixelsPerEmX the width of an em square in pixels: smaller than its height makes the text condensed
     * @param pixelsPerEmY the height
     * @param grey whether the pixels are grey: a font may grid-fit less then
     */
    Hinter(FontFile font, int pixelsPerEmX, int pixelsPerEmY, boolean grey) {
        this.font = font;
        size = new Size(pixelsPerEmX, pixelsPerEmY, font.unitsPerEm());
        cvt = scaledControlValues();
        storage = new int[font.limit(18) + 1];
        int twilightPoints = font.limit(16) + PHANTOM_POINTS;
        twilight = new Zone(twilightPoints, new int[0]);
        context = new Context(new Zone(twilightPoints, new int[0]), cvt.clone(), storage.clone(), size);
        context.glyph = new Zone(0, new int[0]);
        interpreter = new Interpreter(context, font, grey);
        interpreter.run(font.program("fpgm"));
        context.state = new GraphicsState();
        interpreter.run(font.program("prep"));
        afterControlProgram = context.state;
        System.arraycopy(context.cvt, 0, cvt, 0, cvt.length);
        System.arraycopy(context.storage, 0, storage, 0, storage.length);
        twilight.take(context.twilight, 0, 0, twilightPoints);
    }

    private int[] scaledControlValues() {
        byte[] table = font.program("cvt ");
        int[] values = new int[table.length / 2];
        for (int i = 0; i < values.length; i++) {
            int value = (short) ((table[2 * i] << 8) | (table[2 * i + 1] & 0xff));
            values[i] = Fixed.mulFix(value * 64L, size.largestScale() >> 6);
        }
        return values;
    }

    /** The grid-fitted outline of a glyph. */
    Outline outline(int glyph) {
        Zone zone = load(glyph, 0);
        int points = zone.count - PHANTOM_POINTS;
        int left = zone.x[points];
        int[] x = Arrays.copyOf(zone.x, points);
        for (int i = 0; i < points; i++) {
            x[i] -= left;
        }
        GraphicsState state = context.state;
        return new Outline(
                x,
                Arrays.copyOf(zone.y, points),
                Arrays.copyOf(zone.onCurve, points),
                zone.contourEnds,
                Fixed.round(zone.x[points + 1] - left) / Fixed.PIXEL,
                state.dropOutControl && (state.scanType & ~5) == 0);
    }

    private Zone load(int glyph, int depth) {
        if (depth > DEEPEST_COMPOSITE) {
            throw new IllegalStateException("glyph " + glyph + " contains itself");
        }
        ByteBuffer data = font.outline(glyph);
        if (data.limit() == 0) {
            Zone empty = new Zone(PHANTOM_POINTS, new int[0]);
            phantoms(empty, glyph, 0, 0);
            scale(empty, 0);
            fit(empty, new byte[0], false);
            return empty;
        }
        return data.getShort(0) >= 0 ? simple(glyph, data) : composite(glyph, data, depth);
    }

    private Zone simple(int glyph, ByteBuffer data) {
        int contours = data.getShort(0);
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = FontFile.u16(data, 10 + 2 * i);
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        data.position(10 + 2 * contours);
        byte[] program = new byte[data.getShort() & 0xffff];
        data.get(program);
        Zone zone = new Zone(points + PHANTOM_POINTS, ends);
        byte[] flags = flags(data, points);
        coordinates(data, flags, 2, 16, zone.unscaledX);
        coordinates(data, flags, 4, 32, zone.unscaledY);
        for (int i = 0; i < points; i++) {
            zone.onCurve[i] = (flags[i] & 1) != 0;
        }
        phantoms(zone, glyph, data.getShort(2), data.getShort(8));
        scale(zone, 0);
        fit(zone, program, false);
        return zone;
    }

    private static byte[] flags(ByteBuffer data, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; ) {
            byte flag = data.get();
            int repeat = (flag & 8) != 0 ? data.get() & 0xff : 0;
            Arrays.fill(flags, i, i + repeat + 1, flag);
            i += repeat + 1;
        }
        return flags;
    }

    private static void coordinates(ByteBuffer data, byte[] flags, int isByte, int sameOrPositive, int[] into) {
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean flag = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isByte) != 0) {
                int distance = data.get() & 0xff;
                value += flag ? distance : -distance;
            } else if (!flag) {
                value += data.getShort();
            }
            into[i] = value;
        }
    }

    /** The points at the origin and at the advance width, and two of vertical text, which has no part here. */
    private void phantoms(Zone zone, int glyph, int xMin, int yMax) {
        int first = zone.count - PHANTOM_POINTS;
        int origin = xMin - font.leftSideBearing(glyph);
        zone.unscaledX[first] = origin;
        zone.unscaledX[first + 1] = origin + font.advance(glyph);
        zone.unscaledY[first + 2] = Math.max(yMax, font.ascender());
        zone.unscaledY[first + 3] = font.descender();
    }

    private void scale(Zone zone, int from) {
        for (int i = from; i < zone.count; i++) {
            zone.x[i] = Fixed.mulFix(zone.unscaledX[i], size.scaleX());
            zone.y[i] = Fixed.mulFix(zone.unscaledY[i], size.scaleY());
        }
    }

    private void fit(Zone zone, byte[] program, boolean composite) {
        zone.settle();
        if (composite) {
            System.arraycopy(zone.x, 0, zone.unscaledX, 0, zone.count);
            System.arraycopy(zone.y, 0, zone.unscaledY, 0, zone.count);
        }
        int phantoms = zone.count - PHANTOM_POINTS;
        zone.x[phantoms] = Fixed.round(zone.x[phantoms]);
        zone.x[phantoms + 1] = Fixed.round(zone.x[phantoms + 1]);
        zone.y[phantoms + 2] = Fixed.round(zone.y[phantoms + 2]);
        zone.y[phantoms + 3] = Fixed.round(zone.y[phantoms + 3]);
        context.state = afterControlProgram.forGlyph();
        if (context.state.instructionsOff || program.length == 0) {
            return;
        }
        System.arraycopy(cvt, 0, context.cvt, 0, cvt.length);
        System.arraycopy(storage, 0, context.storage, 0, storage.length);
        context.twilight.take(twilight, 0, 0, twilight.count);
        context.glyph = zone;
        context.composite = composite;
        interpreter.run(program);
        context.composite = false;
    }

    private Zone composite(int glyph, ByteBuffer data, int depth) {
        Zone zone = new Zone(PHANTOM_POINTS, new int[0]);
        phantoms(zone, glyph, data.getShort(2), data.getShort(8));
        scale(zone, 0);
        data.position(10);
        int flags;
        do {
            flags = data.getShort() & 0xffff;
            zone = component(zone, data, flags, depth);
        } while ((flags & 0x20) != 0);
        byte[] program = new byte[(flags & 0x100) != 0 ? data.getShort() & 0xffff : 0];
        data.get(program);
        if (program.length > 0) {
            fit(zone, program, true);
        }
        return zone;
    }

    /** Adds a part to a composite: its points come before the phantom points. */
    private Zone component(Zone whole, ByteBuffer data, int flags, int depth) {
        int glyph = data.getShort() & 0xffff;
        boolean words = (flags & 1) != 0;
        int argument1 = words ? data.getShort() : data.get();
        int argument2 = words ? data.getShort() : data.get();
        int[] matrix = matrix(data, flags);
        Zone part = load(glyph, depth + 1);
        int partPoints = part.count - PHANTOM_POINTS;
        int wholePoints = whole.count - PHANTOM_POINTS;
        Zone sum = new Zone(wholePoints + part.count, joined(whole, part));
        sum.take(whole, 0, 0, wholePoints);
        sum.take(part, 0, wholePoints, partPoints);
        // The flag 0x200: the whole takes the advance of this part.
        sum.take(
                (flags & 0x200) != 0 ? part : whole,
                (flags & 0x200) != 0 ? partPoints : wholePoints,
                wholePoints + partPoints,
                PHANTOM_POINTS);
        for (int i = wholePoints; i < wholePoints + partPoints; i++) {
            int x = sum.x[i];
            sum.x[i] = Fixed.mul14(x, matrix[0]) + Fixed.mul14(sum.y[i], matrix[2]);
            sum.y[i] = Fixed.mul14(x, matrix[1]) + Fixed.mul14(sum.y[i], matrix[3]);
        }
        int dx;
        int dy;
        if ((flags & 2) != 0) {
            boolean toGrid = (flags & 4) != 0;
            dx = Fixed.mulFix(argument1, size.scaleX());
            dy = Fixed.mulFix(argument2, size.scaleY());
            dx = toGrid ? Fixed.round(dx) : dx;
            dy = toGrid ? Fixed.round(dy) : dy;
        } else {
            // Two points' numbers: the part is moved so that its second one meets the first.
            int anchor = words ? argument1 & 0xffff : argument1 & 0xff;
            int own = wholePoints + (words ? argument2 & 0xffff : argument2 & 0xff);
            dx = sum.x[anchor] - sum.x[own];
            dy = sum.y[anchor] - sum.y[own];
        }
        for (int i = wholePoints; i < wholePoints + partPoints; i++) {
            sum.x[i] += dx;
            sum.y[i] += dy;
        }
        return sum;
    }

    private static int[] matrix(ByteBuffer data, int flags) {
        int[] m = {Fixed.UNIT, 0, 0, Fixed.UNIT};
        if ((flags & 0x08) != 0) {
            m[0] = data.getShort();
            m[3] = m[0];
        } else if ((flags & 0x40) != 0) {
            m[0] = data.getShort();
            m[3] = data.getShort();
        } else if ((flags & 0x80) != 0) {
            for (int i = 0; i < 4; i++) {
                m[i] = data.getShort();
            }
        }
        return m;
    }

    private static int[] joined(Zone whole, Zone part) {
        int[] ends = Arrays.copyOf(whole.contourEnds, whole.contourEnds.length + part.contourEnds.length);
        for (int i = 0; i < part.contourEnds.length; i++) {
            ends[whole.contourEnds.length + i] = whole.count - PHANTOM_POINTS + part.contourEnds[i];
        }
        return ends;
    }
}
