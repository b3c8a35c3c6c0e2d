package energy.sem.display.font;

/** Instructions that put points where a distance or a control value wants them. */
final class Moves {
    private final Context c;
    private final Stack stack;

    Moves(Context context, Stack stack) {
        this.c = context;
        this.stack = stack;
    }

    /** MDAP[r]: touches a point, rounding its coordinate if asked. */
    void touch(boolean round) {
        int point = stack.pop();
        Zone zone = c.zp0();
        int position = c.project(zone.x[point], zone.y[point]);
        c.move(zone, point, round ? c.round(position) - position : 0);
        c.state.rp0 = point;
        c.state.rp1 = point;
    }

    /** MIAP[r]: puts a point at a control value. */
    void toControlValue(boolean round) {
        int distance = c.controlValue(stack.pop());
        int point = stack.pop();
        Zone zone = c.zp0();
        if (c.state.zp0 == 0) {
            zone.originalX[point] = Fixed.mul14(distance, c.state.freedomX);
            zone.originalY[point] = Fixed.mul14(distance, c.state.freedomY);
            zone.x[point] = zone.originalX[point];
            zone.y[point] = zone.originalY[point];
        }
        int position = c.project(zone.x[point], zone.y[point]);
        if (round) {
            if (Math.abs(distance - position) > c.state.controlValueCutIn) {
                distance = position;
            }
            distance = c.round(distance);
        }
        c.move(zone, point, distance - position);
        c.state.rp0 = point;
        c.state.rp1 = point;
    }

    /** MDRP[abcde]: keeps a point's original distance from rp0. */
    void keepDistance(int opcode) {
        int point = stack.pop();
        int distance = c.exactOriginal(c.zp1(), point, c.zp0(), c.state.rp0);
        if (Math.abs(distance - c.state.singleWidth) < c.state.singleWidthCutIn) {
            distance = distance >= 0 ? c.state.singleWidth : -c.state.singleWidth;
        }
        int original = distance;
        distance = (opcode & 4) != 0 ? c.round(distance) : distance;
        place(point, atLeastMinimum(opcode, original, distance), opcode);
    }

    /** MIRP[abcde]: gives a point the distance from rp0 that a control value says. */
    void controlDistance(int opcode) {
        int entry = stack.pop();
        int point = stack.pop();
        GraphicsState state = c.state;
        int distance = entry == -1 ? 0 : c.controlValue(entry);
        if (Math.abs(distance - state.singleWidth) < state.singleWidthCutIn) {
            distance = distance >= 0 ? state.singleWidth : -state.singleWidth;
        }
        Zone from = c.zp0();
        Zone to = c.zp1();
        if (state.zp1 == 0) {
            to.originalX[point] = from.originalX[state.rp0] + Fixed.mul14(distance, state.freedomX);
            to.originalY[point] = from.originalY[state.rp0] + Fixed.mul14(distance, state.freedomY);
            to.x[point] = to.originalX[point];
            to.y[point] = to.originalY[point];
        }
        int original = c.original(to, point, from, state.rp0);
        if (state.autoFlip && (original ^ distance) < 0) {
            distance = -distance;
        }
        if ((opcode & 4) != 0) {
            // The rasteriser the fonts were made with compares only within one zone.
            if (state.zp0 == state.zp1 && Math.abs(distance - original) > state.controlValueCutIn) {
                distance = original;
            }
            distance = c.round(distance);
        }
        place(point, atLeastMinimum(opcode, original, distance), opcode);
    }

    private int atLeastMinimum(int opcode, int original, int distance) {
        if ((opcode & 8) == 0) {
            return distance;
        }
        int minimum = c.state.minimumDistance;
        return original >= 0 ? Math.max(distance, minimum) : Math.min(distance, -minimum);
    }

    private void place(int point, int distance, int opcode) {
        GraphicsState state = c.state;
        c.move(c.zp1(), point, distance - c.current(c.zp1(), point, c.zp0(), state.rp0));
        state.rp1 = state.rp0;
        state.rp2 = point;
        if ((opcode & 16) != 0) {
            state.rp0 = point;
        }
    }

    /** MSIRP[a]: gives a point a distance from rp0. */
    void stackDistance(boolean setRp0) {
        int distance = stack.pop();
        int point = stack.pop();
        GraphicsState state = c.state;
        Zone from = c.zp0();
        Zone to = c.zp1();
        if (state.zp1 == 0) {
            int dot = c.freedomAlongProjection();
            to.originalX[point] = from.originalX[state.rp0] + Fixed.mulDiv(distance, state.freedomX, dot);
            to.originalY[point] = from.originalY[state.rp0] + Fixed.mulDiv(distance, state.freedomY, dot);
            to.x[point] = to.originalX[point];
            to.y[point] = to.originalY[point];
        }
        c.move(to, point, distance - c.current(to, point, from, state.rp0));
        state.rp1 = state.rp0;
        state.rp2 = point;
        if (setRp0) {
            state.rp0 = point;
        }
    }

    /** ALIGNRP: brings points to the same coordinate as rp0. */
    void alignToReference() {
        for (int i = c.takeLoop(); i > 0; i--) {
            int point = stack.pop();
            c.move(c.zp1(), point, -c.current(c.zp1(), point, c.zp0(), c.state.rp0));
        }
    }

    /** ALIGNPTS: brings two points together half-way. */
    void alignPoints() {
        int second = stack.pop();
        int first = stack.pop();
        int distance = c.current(c.zp0(), second, c.zp1(), first) / 2;
        c.move(c.zp1(), first, distance);
        c.move(c.zp0(), second, -distance);
    }

    /** ISECT: puts a point where two lines cross. */
    void intersect() {
        Zone b = c.zp0();
        Zone a = c.zp1();
        int b1 = stack.pop();
        int b0 = stack.pop();
        int a1 = stack.pop();
        int a0 = stack.pop();
        int point = stack.pop();
        long ax = (long) a.x[a1] - a.x[a0];
        long ay = (long) a.y[a1] - a.y[a0];
        long bx = (long) b.x[b1] - b.x[b0];
        long by = (long) b.y[b1] - b.y[b0];
        long cross = ay * bx - ax * by;
        Zone zone = c.zp2();
        // Lines that meet at under 3 degrees have no useful crossing: the middle of the four ends then.
        if (19 * Math.abs(cross) > Math.abs(ax * bx + ay * by)) {
            long dx = (long) b.x[b0] - a.x[a0];
            long dy = (long) b.y[b0] - a.y[a0];
            long along = dy * bx - dx * by;
            zone.x[point] = a.x[a0] + Fixed.mulDiv(along, ax, cross);
            zone.y[point] = a.y[a0] + Fixed.mulDiv(along, ay, cross);
        } else {
            zone.x[point] = (a.x[a0] + a.x[a1] + b.x[b0] + b.x[b1]) / 4;
            zone.y[point] = (a.y[a0] + a.y[a1] + b.y[b0] + b.y[b1]) / 4;
        }
        zone.touched[point] |= Zone.TOUCHED_X | Zone.TOUCHED_Y;
    }

    /** SCFS: puts a point at a coordinate. */
    void toCoordinate() {
        int coordinate = stack.pop();
        int point = stack.pop();
        Zone zone = c.zp2();
        c.move(zone, point, coordinate - c.project(zone.x[point], zone.y[point]));
        if (c.state.zp2 == 0) {
            zone.originalX[point] = zone.x[point];
            zone.originalY[point] = zone.y[point];
        }
    }

    /** GC[a]: a point's coordinate, original or current. */
    void coordinate(boolean original) {
        int point = stack.pop();
        Zone zone = c.zp2();
        stack.push(
                original
                        ? c.dualProject(zone.originalX[point], zone.originalY[point])
                        : c.project(zone.x[point], zone.y[point]));
    }

    /** MD[a]: the distance between two points, original or current. */
    void distance(boolean current) {
        int from = stack.pop();
        int to = stack.pop();
        stack.push(current ? c.current(c.zp0(), to, c.zp1(), from) : c.exactOriginal(c.zp0(), to, c.zp1(), from));
    }
}
