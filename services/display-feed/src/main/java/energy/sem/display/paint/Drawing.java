package energy.sem.display.paint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import energy.sem.display.font.Font;
import energy.sem.display.font.Fonts;
import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Panel;

/**
 * The canvas with text on it. It remembers which text went into which box, so that tests can tell whether everything
 * fits and nothing lies over something else. One drawing for one picture.
 */
final class Drawing {
    /**
     * A text or a mark in the picture.
     *
     * @param style null for a mark
     * @param area where it may be
     * @param ink where its pixels and advance widths are
     */
    record Placed(String text, Style style, Box area, Box ink) {}

    private final Fonts fonts;
    private final Map<Style, Font> used = new EnumMap<>(Style.class);
    private final Layout layout;
    private final Canvas canvas;
    private final List<Placed> placed = new ArrayList<>();

    Drawing(Fonts fonts, Panel panel) {
        this.fonts = fonts;
        layout = Layout.of(panel);
        canvas = new Canvas(panel);
    }

    Layout layout() {
        return layout;
    }

    /** So many units in pixels. */
    int px(int units) {
        return layout.px(units);
    }

    Canvas canvas() {
        return canvas;
    }

    List<Placed> placed() {
        return List.copyOf(placed);
    }

    Font font(Style style) {
        return used.computeIfAbsent(style, wanted -> {
            Scale scale = layout.scale();
            return fonts.font(wanted.weight(), wanted.height(scale), wanted.width(scale), canvas.depth());
        });
    }

    int width(Style style, String text) {
        return font(style).width(text);
    }

    /** Writes text from x to the right. Returns where it ends. */
    int text(Style style, String text, Box area, int x, int baseline) {
        write(style, text, area, x, baseline, false);
        return x + width(style, text);
    }

    /** Writes text that ends at x. Returns where it begins. */
    int textBefore(Style style, String text, Box area, int x, int baseline) {
        int start = x - width(style, text);
        write(style, text, area, start, baseline, false);
        return start;
    }

    /** Writes text with its middle at x. */
    void textAround(Style style, String text, Box area, int x, int baseline) {
        write(style, text, area, x - width(style, text) / 2, baseline, false);
    }

    /** Writes white text from x to the right. */
    void whiteText(Style style, String text, Box area, int x, int baseline) {
        write(style, text, area, x, baseline, true);
    }

    /** Remembers that something other than text was drawn in a box. */
    void mark(String what, Box area, Box ink) {
        placed.add(new Placed(what, null, area, ink));
    }

    private void write(Style style, String text, Box area, int x, int baseline, boolean white) {
        Font font = font(style);
        font.draw(canvas, text, x, baseline, white);
        int ascent = font.ascent(text);
        Box ink = new Box(x, baseline - ascent, font.width(text), ascent + font.descent(text));
        placed.add(new Placed(text, style, area, ink));
    }

    /** The text in lines that are not wider than this, broken at spaces; a word that is wider is shortened. */
    List<String> wrapped(Style style, int width, String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(style, longer) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines.stream().map(each -> fitting(style, width, List.of(each))).toList();
    }

    /** The first candidate that is not wider than this; if none is, the last one, shortened with an ellipsis. */
    String fitting(Style style, int width, List<String> candidates) {
        for (String candidate : candidates) {
            if (width(style, candidate) <= width) {
                return candidate;
            }
        }
        String shortest = candidates.get(candidates.size() - 1);
        for (int length = shortest.length() - 1; length > 0; length--) {
            String cut = shortest.substring(0, length) + "…";
            if (width(style, cut) <= width) {
                return cut;
            }
        }
        return "";
    }
}
