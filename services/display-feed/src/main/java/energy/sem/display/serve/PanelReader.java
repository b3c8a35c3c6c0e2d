package energy.sem.display.serve;

import java.util.List;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.NamedPanel;
import energy.sem.display.raster.Panel;

/** Reads what a picture is drawn for: {@code ?panel=800x480-2}, or {@code ?w=800&h=480} with {@code greys} and {@code dpi}. */
final class PanelReader {
    /** The parameters, in the order in which they are told. */
    static final List<String> PARAMETERS = List.of("panel", "w", "h", "greys", "dpi");

    private PanelReader() {}

    /** The panel that is asked for; the original one where none is. */
    static Panel read(QueryString query) throws BadQuery {
        String name = query.get("panel", "");
        boolean sized = PARAMETERS.stream().skip(1).anyMatch(each -> !query.get(each, "")
                .isEmpty());
        if (!name.isEmpty()) {
            if (sized) {
                throw BadQuery.wrong(
                        "panel says size, greys and dots already: leave w, h, greys and dpi out, or panel.");
            }
            return NamedPanel.of(name)
                    .orElseThrow(() -> BadQuery.wrong("There is no panel \"" + name + "\": use " + NamedPanel.codes()
                            + ", or w and h; /display/panels lists them."))
                    .panel();
        }
        if (!sized) {
            return Panel.ORIGINAL;
        }
        if (query.get("w", "").isEmpty() || query.get("h", "").isEmpty()) {
            throw BadQuery.wrong(
                    "w and h belong together, in pixels; greys (2, 4 or 16) and dpi may follow: w=800&h=480.");
        }
        int greys = number(query, "greys", Panel.ORIGINAL.depth().greys());
        Depth depth =
                Depth.of(greys).orElseThrow(() -> BadQuery.wrong("greys=" + greys + " is not known: use 2, 4 or 16."));
        try {
            return new Panel(
                    number(query, "w", 0),
                    number(query, "h", 0),
                    depth,
                    number(query, "dpi", Panel.ORIGINAL.dotsPerInch()));
        } catch (IllegalArgumentException e) {
            throw BadQuery.wrong(e.getMessage() + ".");
        }
    }

    /** As {@link #read}, and the original one where that cannot be: for a picture that says what is wrong. */
    static Panel readOrOriginal(QueryString query) {
        try {
            return read(query);
        } catch (BadQuery e) {
            return Panel.ORIGINAL;
        }
    }

    private static int number(QueryString query, String name, int otherwise) throws BadQuery {
        String given = query.get(name, "");
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("-?[0-9]{1,9}")) {
            throw BadQuery.wrong(name + "=" + given + " is no whole number.");
        }
        return Integer.parseInt(given);
    }
}
