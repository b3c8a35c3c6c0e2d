package energy.sem.display.raster;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Panels that need no numbers in an address. Dots an inch are those of the device named first. */
public enum NamedPanel {
    P480X280_4(Panel.ORIGINAL, "Waveshare 3.7\""),
    P800X480_2(new Panel(800, 480, Depth.MONO, 124), "TRMNL, 7.5\""),
    P800X480_4(new Panel(800, 480, Depth.GREY4, 124), "TRMNL, 7.5\""),
    P480X800_4(new Panel(480, 800, Depth.GREY4, 124), "7.5\""),
    P792X272_2(new Panel(792, 272, Depth.MONO, 145), "5.79\""),
    P960X540_16(new Panel(960, 540, Depth.GREY16, 234), "M5Paper, LilyGo T5, 4.7\""),
    P1872X1404_16(new Panel(1872, 1404, Depth.GREY16, 227), "TRMNL X, 10.3\"");

    // A record of numbers and an enum never changes, but does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Panel panel;

    private final String devices;

    NamedPanel(Panel panel, String devices) {
        this.panel = panel;
        this.devices = devices;
    }

    /** The name in addresses: pixels and greys, such as {@code 800x480-2}. */
    public String code() {
        return panel.width() + "x" + panel.height() + "-" + panel.depth().greys();
    }

    /** What is drawn for. */
    public Panel panel() {
        return panel;
    }

    /** Devices that have it. */
    public String devices() {
        return devices;
    }

    /** The panel of this name; empty for anything else. */
    public static Optional<NamedPanel> of(String code) {
        return Stream.of(values()).filter(named -> named.code().equals(code)).findFirst();
    }

    /** All names, for an error that says what there is. */
    public static String codes() {
        return Stream.of(values()).map(NamedPanel::code).collect(Collectors.joining(", "));
    }
}
