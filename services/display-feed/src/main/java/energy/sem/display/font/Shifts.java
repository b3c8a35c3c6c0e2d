package energy.sem.display.font;

/** Instructions that move points along with others, or by pixels, or nudge them at single sizes. */
final class Shifts {
    private final Context c;
    private final Stack stack;

    Shifts(Context context, Stack stack) {
        this.c = context;
        this.stack = stack;
    }

    /** How far the reference point has been moved. */
    private record Displacement(Zone zone, int reference, int dx, int dy) {}

    private Displacement displacement(boolean byRp1) {
        Zone zone = byRp1 ? c.zp0() : c.zp1();
        int point = byRp1 ? c.state.rp1 : c.state.rp2;
        int distance = c.project(zone.x[point] - zone.originalX[point], zone.y[point] - zone.originalY[point]);
        int dot = c.freedomAlongProjection();
        return new Displacement(
                zone,
                point,
                Fixed.mulDiv(distance, c.state.freedomX, dot),
                Fixed.mulDiv(distance, c.state.freedomY, dot));
    }

    /** SHP[a]: moves points as far as a reference point has been moved. */
    void points(boolean byRp1) {
        Displacement by = displacement(byRp1);
        for (int i = c.takeLoop(); i > 0; i--) {
            c.shift(c.zp2(), stack.pop(), by.dx, by.dy, true);
        }
    }

    /** SHC[a]: a whole contour. */
    void contour(boolean byRp1) {
        int contour = stack.pop();
        Zone zone = c.zp2();
        int from = contour == 0 ? 0 : zone.contourEnds[contour - 1] + 1;
        range(zone, from, c.state.zp2 == 0 ? zone.count : zone.contourEnds[contour] + 1, displacement(byRp1), true);
    }

    /** SHZ[a]: a whole zone, without touching it. */
    void zone(boolean byRp1) {
        stack.pop();
        Zone zone = c.zp2();
        int[] ends = zone.contourEnds;
        int to = c.state.zp2 == 0 ? zone.count : ends.length == 0 ? 0 : ends[ends.length - 1] + 1;
        range(zone, 0, to, displacement(byRp1), false);
    }

    private void range(Zone zone, int from, int to, Displacement by, boolean touch) {
        for (int point = from; point < to; point++) {
            if (zone != by.zone || point != by.reference) {
                c.shift(zone, point, by.dx, by.dy, touch);
            }
        }
    }

    /** SHPIX: moves points by an amount along the freedom vector. */
    void byPixels() {
        int amount = stack.pop();
        int dx = Fixed.mul14(amount, c.state.freedomX);
        int dy = Fixed.mul14(amount, c.state.freedomY);
        for (int i = c.takeLoop(); i > 0; i--) {
            c.shift(c.zp2(), stack.pop(), dx, dy, true);
        }
    }

    /** DELTAP1 to 3: moves points at single sizes. */
    void deltaPoints(int firstSize) {
        for (int i = stack.pop(); i > 0; i--) {
            int point = stack.pop();
            int exception = stack.pop();
            if (applies(exception, firstSize)) {
                c.move(c.zp0(), point, amount(exception));
            }
        }
    }

    /** DELTAC1 to 3: changes control values at single sizes. */
    void deltaControlValues(int firstSize) {
        for (int i = stack.pop(); i > 0; i--) {
            int entry = stack.pop();
            int exception = stack.pop();
            if (applies(exception, firstSize)) {
                c.controlValue(entry, c.controlValue(entry) + amount(exception));
            }
        }
    }

    private boolean applies(int exception, int firstSize) {
        return c.ppem() == (exception >> 4 & 15) + firstSize + c.state.deltaBase;
    }

    private int amount(int exception) {
        int steps = (exception & 15) - 8;
        return (steps >= 0 ? steps + 1 : steps) * (1 << (6 - c.state.deltaShift));
    }

    /** UTP: makes a point free again for IUP. */
    void untouch() {
        int point = stack.pop();
        int mask = (c.state.freedomX != 0 ? Zone.TOUCHED_X : 0) | (c.state.freedomY != 0 ? Zone.TOUCHED_Y : 0);
        c.zp0().touched[point] &= (byte) ~mask;
    }

    /** FLIPPT: on the curve becomes off, and the other way round. */
    void flipPoints() {
        for (int i = c.takeLoop(); i > 0; i--) {
            int point = stack.pop();
            c.glyph.onCurve[point] = !c.glyph.onCurve[point];
        }
    }

    /** FLIPRGON and FLIPRGOFF. */
    void flipRange(boolean on) {
        int last = stack.pop();
        int first = stack.pop();
        for (int point = first; point <= last; point++) {
            c.glyph.onCurve[point] = on;
        }
    }
}
