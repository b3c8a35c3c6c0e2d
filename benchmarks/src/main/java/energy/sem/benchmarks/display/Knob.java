package energy.sem.benchmarks.display;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** A knob that is turned through the weeks and back: black and white for each click, four greys for each rest. */
final class Knob {
    private static final int WEEKS = 20;
    private static final int TIMES = 10;
    private static final double LIMIT_MILLIS = 50;

    private Knob() {}

    /**
     * Turns it once so that all views are there, and then as often as is measured.
     *
     * @param display the address of {@code /display}
     */
    static String turn(String display) throws IOException {
        through(display);
        double[] millis = new double[TIMES * WEEKS * 2];
        for (int time = 0; time < TIMES; time++) {
            System.arraycopy(through(display), 0, millis, time * WEEKS * 2, WEEKS * 2);
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "%d turns, half within %.1f ms, 99 %% within %.1f ms, the slowest %.1f ms; limit %.0f ms",
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                LIMIT_MILLIS);
    }

    private static double[] through(String display) throws IOException {
        double[] millis = new double[WEEKS * 2];
        for (int i = 0; i < millis.length; i++) {
            int week = i < WEEKS ? i : millis.length - i;
            String url = display + "/week/-" + week + (i % 2 == 0 ? ".bin" : ".raw");
            long begin = System.nanoTime();
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                if (body.readAllBytes().length != (i % 2 == 0 ? 16_800 : 33_600)) {
                    throw new IOException(url + " is not whole");
                }
            }
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }
}
