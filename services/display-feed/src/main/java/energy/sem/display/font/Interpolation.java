package energy.sem.display.font;

/** Instructions that put points between others: IP and IUP. */
final class Interpolation {
    private final Context c;
    private final Stack stack;

    Interpolation(Context context, Stack stack) {
        this.c = context;
        this.stack = stack;
    }

    /** IP: keeps points' relative places between rp1 and rp2. */
    void betweenReferences() {
        GraphicsState state = c.state;
        boolean twilight = state.zp0 == 0 || state.zp1 == 0 || state.zp2 == 0;
        Zone base = c.zp0();
        int originalRange = distance(twilight, c.zp1(), state.rp2, base, state.rp1);
        int currentRange = c.current(c.zp1(), state.rp2, base, state.rp1);
        for (int i = c.takeLoop(); i > 0; i--) {
            int point = stack.pop();
            int original = distance(twilight, c.zp2(), point, base, state.rp1);
            int wanted = originalRange == 0
                    ? c.exactOriginal(c.zp2(), point, base, state.rp1)
                    : Fixed.mulDiv(original, currentRange, originalRange);
            c.move(c.zp2(), point, wanted - c.current(c.zp2(), point, base, state.rp1));
        }
    }

    private int distance(boolean twilight, Zone to, int toPoint, Zone from, int fromPoint) {
        return twilight ? c.original(to, toPoint, from, fromPoint) : c.proportional(to, toPoint, from, fromPoint);
    }

    /** IUP[a]: moves the points that nothing touched along with their touched neighbours on the contour. */
    void untouched(boolean alongX) {
        Zone zone = c.glyph;
        Axis axis = alongX
                ? new Axis(zone.unscaledX, zone.originalX, zone.x)
                : new Axis(zone.unscaledY, zone.originalY, zone.y);
        int mask = alongX ? Zone.TOUCHED_X : Zone.TOUCHED_Y;
        int first = 0;
        for (int last : zone.contourEnds) {
            contour(zone, axis, mask, first, last);
            first = last + 1;
        }
    }

    private static void contour(Zone zone, Axis axis, int mask, int first, int last) {
        int firstTouched = first;
        while (firstTouched <= last && (zone.touched[firstTouched] & mask) == 0) {
            firstTouched++;
        }
        if (firstTouched > last) {
            return;
        }
        int touched = firstTouched;
        for (int point = firstTouched + 1; point <= last; point++) {
            if ((zone.touched[point] & mask) != 0) {
                axis.interpolate(touched + 1, point - 1, touched, point);
                touched = point;
            }
        }
        if (touched == firstTouched) {
            axis.shift(first, last, touched);
        } else {
            axis.interpolate(touched + 1, last, touched, firstTouched);
            axis.interpolate(first, firstTouched - 1, touched, firstTouched);
        }
    }

    /** One coordinate of all points. */
    private static final class Axis {
        private final int[] unscaled;
        private final int[] original;
        private final int[] current;

        Axis(int[] unscaled, int[] original, int[] current) {
            this.unscaled = unscaled;
            this.original = original;
            this.current = current;
        }

        void shift(int first, int last, int reference) {
            int by = current[reference] - original[reference];
            for (int point = first; point <= last; point++) {
                if (point != reference) {
                    current[point] += by;
                }
            }
        }

        void interpolate(int first, int last, int reference1, int reference2) {
            boolean swap = unscaled[reference1] > unscaled[reference2];
            int low = swap ? reference2 : reference1;
            int high = swap ? reference1 : reference2;
            int unscaledRange = unscaled[high] - unscaled[low];
            int currentRange = current[high] - current[low];
            int scale = unscaledRange == 0 ? 0 : Fixed.divFix(currentRange, unscaledRange);
            for (int point = first; point <= last; point++) {
                int at = original[point];
                if (at <= original[low]) {
                    current[point] = at + current[low] - original[low];
                } else if (at >= original[high]) {
                    current[point] = at + current[high] - original[high];
                } else {
                    current[point] = current[low] + Fixed.mulFix(unscaled[point] - unscaled[low], scale);
                }
            }
        }
    }
}
