package energy.sem.display.serve;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;

import energy.sem.display.raster.NamedPanel;
import energy.sem.display.raster.Panel;

/** What {@code /display/panels} says: which panels have a name. The routes before it have looked at the key. */
@Path("/display/panels")
@Singleton
public class PanelsResource {

    /** The panels with a name, and the limits of those without. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(hidden = true)
    public Panels all(@QueryParam("key") String key) {
        return new Panels(
                Stream.of(NamedPanel.values()).map(Named::of).toList(),
                new Limits(
                        Panel.LEAST_WIDTH,
                        Panel.LEAST_HEIGHT,
                        Panel.LEAST_LONGER_SIDE,
                        Panel.MOST,
                        Panel.LEAST_DOTS,
                        Panel.MOST_DOTS));
    }

    /**
     * The panels.
     *
     * @param panels those with a name
     * @param limits of {@code w}, {@code h} and {@code dpi}
     */
    public record Panels(List<Named> panels, Limits limits) {}

    /**
     * The limits of sizes in pixels and of dots an inch.
     *
     * @param leastLongerSide what the longer of both sides is at least
     */
    public record Limits(int leastWidth, int leastHeight, int leastLongerSide, int most, int leastDpi, int mostDpi) {}

    /**
     * A panel with a name.
     *
     * @param name for {@code ?panel=}
     * @param devices that have it
     * @param width in pixels as it hangs
     * @param height in pixels as it hangs
     * @param greys luminances, black and white among them
     * @param dpi dots an inch
     * @param bytes the order of the bytes of {@code raw}
     */
    public record Named(String name, String devices, int width, int height, int greys, int dpi, String bytes) {
        static Named of(NamedPanel named) {
            Panel panel = named.panel();
            int bits = panel.depth().bits();
            String rows = panel.sizedAsOriginal()
                    ? "columns from the right, top to bottom (rot=270)"
                    : "rows from the top, left to right (rot=0)";
            return new Named(
                    named.code(),
                    named.devices(),
                    panel.width(),
                    panel.height(),
                    panel.depth().greys(),
                    panel.dotsPerInch(),
                    rows + ", " + bits + (bits == 1 ? " bit" : " bits")
                            + " a pixel, the first in the highest, black is 0");
        }
    }
}
