package energy.sem.display.font;

/** What point instructions share: the zones, the graphics state, the control values and the size; measuring and moving. */
final class Context {
    final Zone twilight;
    /** Control values in 26.6 along the axis with more pixels per em. */
    final int[] cvt;

    final int[] storage;
    final Size size;

    Zone glyph;
    GraphicsState state = new GraphicsState();
    /** A composite's unscaled points are its parts' grid-fitted ones. */
    boolean composite;

    Context(Zone twilight, int[] cvt, int[] storage, Size size) {
        this.twilight = twilight;
        this.cvt = cvt;
        this.storage = storage;
        this.size = size;
    }

    private Zone zone(int number) {
        return switch (number) {
            case 0 -> twilight;
            case 1 -> glyph;
            default -> throw new IllegalStateException("there is no zone " + number);
        };
    }

    Zone zp0() {
        return zone(state.zp0);
    }

    Zone zp1() {
        return zone(state.zp1);
    }

    Zone zp2() {
        return zone(state.zp2);
    }

    /** The length of a vector along the projection vector. */
    int project(int dx, int dy) {
        return Fixed.dot14(dx, dy, state.projectionX, state.projectionY);
    }

    /** The length along the dual projection vector, for original outlines. */
    int dualProject(int dx, int dy) {
        return Fixed.dot14(dx, dy, state.dualX, state.dualY);
    }

    /** The distance from one point to another as they are now. */
    int current(Zone to, int toPoint, Zone from, int fromPoint) {
        return project(to.x[toPoint] - from.x[fromPoint], to.y[toPoint] - from.y[fromPoint]);
    }

    /** The distance from one point to another as scaling put them. */
    int original(Zone to, int toPoint, Zone from, int fromPoint) {
        return dualProject(
                to.originalX[toPoint] - from.originalX[fromPoint], to.originalY[toPoint] - from.originalY[fromPoint]);
    }

    /** The original distance, as exact as can be: from font units where the points have them. */
    int exactOriginal(Zone to, int toPoint, Zone from, int fromPoint) {
        if (to == twilight || from == twilight) {
            return original(to, toPoint, from, fromPoint);
        }
        int distance = proportional(to, toPoint, from, fromPoint);
        return size.square() && !composite ? Fixed.mulFix(distance, size.scaleX()) : distance;
    }

    /** The original distance in a unit that is only good for comparison with others of the same projection. */
    int proportional(Zone to, int toPoint, Zone from, int fromPoint) {
        int dx = to.unscaledX[toPoint] - from.unscaledX[fromPoint];
        int dy = to.unscaledY[toPoint] - from.unscaledY[fromPoint];
        return size.square() || composite
                ? dualProject(dx, dy)
                : dualProject(Fixed.mulFix(dx, size.scaleX()), Fixed.mulFix(dy, size.scaleY()));
    }

    /** The dot product of freedom and projection vector, 2.14, kept away from zero. */
    int freedomAlongProjection() {
        int dot = Fixed.dot14(state.projectionX, state.projectionY, state.freedomX, state.freedomY);
        return Math.abs(dot) < 0x400 ? Fixed.UNIT : dot;
    }

    /** Moves a point along the freedom vector until it has come {@code distance} along the projection vector. */
    void move(Zone zone, int point, int distance) {
        int dot = freedomAlongProjection();
        shift(
                zone,
                point,
                Fixed.mulDiv(distance, state.freedomX, dot),
                Fixed.mulDiv(distance, state.freedomY, dot),
                true);
    }

    /** Moves a point by a vector in the directions that the freedom vector has. */
    void shift(Zone zone, int point, int dx, int dy, boolean touch) {
        if (state.freedomX != 0) {
            zone.x[point] += dx;
            zone.touched[point] |= touch ? Zone.TOUCHED_X : 0;
        }
        if (state.freedomY != 0) {
            zone.y[point] += dy;
            zone.touched[point] |= touch ? Zone.TOUCHED_Y : 0;
        }
    }

    /** A control value along the projection vector. */
    int controlValue(int entry) {
        return size.square() ? cvt[entry] : Fixed.mulFix(cvt[entry], ratio());
    }

    /** Sets a control value, given along the projection vector. */
    void controlValue(int entry, int value) {
        cvt[entry] = size.square() ? value : Fixed.divFix(value, ratio());
    }

    /** Pixels per em along the projection vector. */
    int ppem() {
        return size.square() ? size.largest() : Fixed.mulFix(size.largest(), ratio());
    }

    private int ratio() {
        return size.ratio(state.projectionX, state.projectionY);
    }

    int round(int distance) {
        return state.rounding.of(distance);
    }

    /** How often the next looping instruction repeats; it sets the variable back. */
    int takeLoop() {
        int loop = state.loop;
        state.loop = 1;
        return loop;
    }
}
