package energy.sem.guard.simulated;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Draws two nights, one below the other, as docs/evcc.md shows them. Brings its own ground, so it is read on dark pages too. */
final class NightPicture {
    private static final int LEFT = 56;
    private static final int WIDTH = 784;
    private static final int HEIGHT = 210;
    private static final int MOST_W = 12_000;

    private final StringBuilder svg = new StringBuilder();
    private int bottom;

    static String of(Night without, Night with) {
        return new NightPicture().draw(without, with);
    }

    private String draw(Night without, Night with) {
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 640" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="14" fill="#0f172a" role="img" aria-labelledby="t d">
                <title id="t">One night with the car, without and with the peak guard</title>
                <desc id="d">Without a guard the car takes 7.4 kW from 22 h on and the quarter hours go up to %s kW. With the guard it charges in the room that the house leaves, stops while the house needs all of it, and no quarter hour is above %s kW.</desc>
                <rect width="860" height="640" rx="14" fill="#f8fafc"/>
                """
                        .formatted(kw(without.highestQuarterW()), kw(with.highestQuarterW())));
        legend();
        panel(110, "Without a guard", without, "highest quarter hour " + kw(without.highestQuarterW()) + " kW");
        panel(
                390,
                "With the guard (a model of evcc)",
                with,
                "highest quarter hour " + kw(with.highestQuarterW()) + " kW");
        guard(with);
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        svg.append("<g font-size=\"15\">\n");
        area(LEFT, "#94a3b8", "the house");
        area(LEFT + 116, "#38bdf8", "the car");
        line(LEFT + 212, "stroke=\"#0f172a\" stroke-width=\"2.5\"", "quarter hour, as it is billed");
        line(LEFT + 480, "stroke=\"#c2410c\" stroke-width=\"2\"", "allowed import");
        line(LEFT + 650, "stroke=\"#15803d\" stroke-width=\"2.5\" stroke-dasharray=\"7 5\"", "target");
        svg.append("</g>\n");
    }

    private void area(int x, String colour, String word) {
        svg.append("<rect x=\"%d\" y=\"22\" width=\"26\" height=\"14\" fill=\"%s\"/><text x=\"%d\" y=\"34\">%s</text>\n"
                .formatted(x, colour, x + 34, word));
    }

    private void line(int x, String stroke, String word) {
        svg.append("<path d=\"M%d 29h26\" %s/><text x=\"%d\" y=\"34\">%s</text>\n".formatted(x, stroke, x + 34, word));
    }

    private void panel(int top, String title, Night night, String highest) {
        bottom = top + HEIGHT;
        svg.append("<text x=\"%d\" y=\"%d\" font-size=\"18\" font-weight=\"600\">%s</text>"
                .formatted(LEFT, top - 22, title));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s, car %.1f kWh until 3 h</text>\n"
                .formatted(LEFT + WIDTH, top - 22, highest, night.carKwh()));
        for (int kw = 0; kw <= MOST_W / 1000; kw += 2) {
            int y = bottom - kw * HEIGHT * 1000 / MOST_W;
            svg.append(
                    "<path d=\"M%d %dh%d\" stroke=\"#cbd5e1\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d%s</text>\n"
                            .formatted(LEFT, y, WIDTH, LEFT - 8, y + 5, kw, kw == MOST_W / 1000 ? " kW" : ""));
        }
        for (int hour = 0; hour * 60 <= Night.MINUTES; hour++) {
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d h</text>\n"
                    .formatted(LEFT + hour * 60 * WIDTH / Night.MINUTES, bottom + 20, (Night.FROM_HOUR + hour) % 24));
        }
        filled("#38bdf8", minute -> night.houseW(minute) + night.carW(minute));
        filled("#94a3b8", night::houseW);
        steps("stroke=\"#0f172a\" stroke-width=\"2.5\"", minute -> night.quarterW(minute / 15));
    }

    private void guard(Night night) {
        steps("stroke=\"#c2410c\" stroke-width=\"2\"", night::allowedW);
        steps("stroke=\"#15803d\" stroke-width=\"2.5\" stroke-dasharray=\"7 5\"", night::targetW);
    }

    private void filled(String colour, IntUnaryOperator ofMinute) {
        svg.append("<path fill=\"%s\" d=\"M%d %dV%s%sV%dz\"/>\n"
                .formatted(colour, LEFT, bottom, y(ofMinute.applyAsInt(0)), path(ofMinute), bottom));
    }

    private void steps(String stroke, IntUnaryOperator ofMinute) {
        svg.append("<path fill=\"none\" %s d=\"M%d %s%s\"/>\n"
                .formatted(stroke, LEFT, y(ofMinute.applyAsInt(0)), path(ofMinute)));
    }

    // Only where it changes.
    private String path(IntUnaryOperator ofMinute) {
        StringBuilder path = new StringBuilder();
        for (int minute = 1; minute < Night.MINUTES; minute++) {
            String y = y(ofMinute.applyAsInt(minute));
            if (!y.equals(y(ofMinute.applyAsInt(minute - 1)))) {
                path.append('H').append(x(minute)).append('V').append(y);
            }
        }
        return path.append('H').append(x(Night.MINUTES)).toString();
    }

    private static String x(int minute) {
        return String.format(Locale.ROOT, "%.1f", LEFT + minute * (double) WIDTH / Night.MINUTES);
    }

    private String y(int watts) {
        return String.format(Locale.ROOT, "%.1f", bottom - Math.min(watts, MOST_W) * (double) HEIGHT / MOST_W);
    }

    private static String kw(int watts) {
        return String.format(Locale.ROOT, "%.1f", watts / 1000.0);
    }
}
