package energy.sem.display.font;

import java.util.Arrays;

/**
 * Where an outline crosses parallel lines ("scan lines"). Positions are in 1/1024 pixel; curves are taken as 16 straight
 * pieces, which at 72 pixels is at most 1/60 pixel beside the curve.
 */
final class Crossings {
    /** One pixel in the unit of positions. */
    static final int PIXEL = 1024;

    private static final int FINER = PIXEL / Fixed.PIXEL;
    private static final int PIECES = 16;

    private final boolean vertical;
    private final int firstLine;
    private final int spacing;
    private final long[][] lines;
    private final int[] counts;
    /** How many crossings each contour has on all lines together. */
    private final int[] contourCrossings;

    private int contour;
    private int sequence;
    private int startAlong;
    private int startAcross;
    private int lastAlong;
    private int lastAcross;

    /**
     * @param vertical whether the scan lines are columns instead of rows
     * @param firstLine the place of the first scan line
     * @param spacing from one scan line to the next
     * @param count how many there are
     */
    Crossings(Outline outline, boolean vertical, int firstLine, int spacing, int count) {
        this.vertical = vertical;
        this.firstLine = firstLine;
        this.spacing = spacing;
        lines = new long[count][8];
        counts = new int[count];
        contourCrossings = new int[outline.contours()];
        int first = 0;
        while (contour < outline.contours()) {
            int last = outline.contourEnd(contour);
            trace(outline, first, last);
            contourCrossings[contour++] = sequence;
            first = last + 1;
        }
        for (int i = 0; i < count; i++) {
            Arrays.sort(lines[i], 0, counts[i]);
        }
    }

    /** How many crossings a scan line has. */
    int count(int line) {
        return counts[line];
    }

    /** The place of a crossing on its line, in ascending order. */
    int position(int line, int index) {
        return (int) (lines[line][index] >> 32);
    }

    /** 1 where the contour goes up (or right), −1 where it goes back. */
    int direction(int line, int index) {
        return (lines[line][index] & 1) == 0 ? 1 : -1;
    }

    /** Whether two crossings of a line follow each other on their contour: the outline only just reaches over the line. */
    boolean neighbours(int line, int index1, int index2) {
        long a = lines[line][index1];
        long b = lines[line][index2];
        int contourOfA = (int) (a >> 24 & 0xff);
        if (contourOfA != (b >> 24 & 0xff)) {
            return false;
        }
        long apart = Math.abs((a >> 1 & 0x7fffff) - (b >> 1 & 0x7fffff));
        return apart == 1 || apart == contourCrossings[contourOfA] - 1;
    }

    private void trace(Outline o, int first, int last) {
        sequence = 0;
        if (last <= first) {
            return;
        }
        // A contour may begin off the curve: then its first real point lies in the middle of two such.
        int start = first;
        while (start <= last && !o.onCurve(start)) {
            start++;
        }
        int points = last - first + 1;
        if (start > last) {
            start = first;
            moveTo(middle(o.x(first), o.x(last)), middle(o.y(first), o.y(last)));
            start--;
        } else {
            moveTo(o.x(start) * FINER, o.y(start) * FINER);
        }
        for (int i = 1; i <= points; i++) {
            int point = first + Math.floorMod(start + i - first, points);
            if (o.onCurve(point)) {
                lineTo(o.x(point) * FINER, o.y(point) * FINER);
                continue;
            }
            int next = point == last ? first : point + 1;
            boolean real = o.onCurve(next);
            curveTo(
                    o.x(point) * FINER,
                    o.y(point) * FINER,
                    real ? o.x(next) * FINER : middle(o.x(point), o.x(next)),
                    real ? o.y(next) * FINER : middle(o.y(point), o.y(next)));
            i += real ? 1 : 0;
        }
        lineAlong(startAlong, startAcross);
    }

    private static int middle(int a, int b) {
        return (a + b) * FINER / 2;
    }

    private void moveTo(int x, int y) {
        lastAlong = vertical ? y : x;
        lastAcross = vertical ? x : y;
        startAlong = lastAlong;
        startAcross = lastAcross;
    }

    private void lineTo(int x, int y) {
        lineAlong(vertical ? y : x, vertical ? x : y);
    }

    private void curveTo(int pullX, int pullY, int x, int y) {
        int pullAlong = vertical ? pullY : pullX;
        int pullAcross = vertical ? pullX : pullY;
        int fromAlong = lastAlong;
        int fromAcross = lastAcross;
        for (int i = 1; i <= PIECES; i++) {
            lineAlong(
                    onCurve(fromAlong, pullAlong, vertical ? y : x, i),
                    onCurve(fromAcross, pullAcross, vertical ? x : y, i));
        }
    }

    /** A quadratic curve's point after {@code i} of its pieces. */
    private static int onCurve(int from, int pull, int to, int i) {
        int rest = PIECES - i;
        return Math.floorDiv(rest * rest * from + 2 * rest * i * pull + i * i * to, PIECES * PIECES);
    }

    private void lineAlong(int along, int across) {
        int low = Math.min(lastAcross, across);
        int high = Math.max(lastAcross, across);
        int step = lastAcross < across ? 1 : -1;
        int firstCrossed = Math.max(0, ceilDiv(low - firstLine, spacing));
        int lastCrossed = Math.min(lines.length - 1, ceilDiv(high - firstLine, spacing) - 1);
        for (int i = 0; i <= lastCrossed - firstCrossed; i++) {
            int line = step > 0 ? firstCrossed + i : lastCrossed - i;
            long offset = (long) firstLine + (long) line * spacing - lastAcross;
            long position = lastAlong + Math.floorDiv(offset * (along - lastAlong), (long) across - lastAcross);
            add(line, position, step < 0);
        }
        lastAlong = along;
        lastAcross = across;
    }

    private static int ceilDiv(int a, int b) {
        return -Math.floorDiv(-a, b);
    }

    private void add(int line, long position, boolean back) {
        if (counts[line] == lines[line].length) {
            lines[line] = Arrays.copyOf(lines[line], counts[line] * 2);
        }
        lines[line][counts[line]++] = position << 32 | (long) contour << 24 | (long) sequence++ << 1 | (back ? 1 : 0);
    }
}
