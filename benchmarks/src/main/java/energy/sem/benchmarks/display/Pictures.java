package energy.sem.benchmarks.display;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

import energy.sem.display.view.Period;

/**
 * What a picture costs in processor time, warm, beside its limit: the same methods as {@link PictureBenchmark}, but not by
 * the clock, so that other work on the machine changes little.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar energy.sem.benchmarks.display.Pictures}
 */
public final class Pictures {
    private static final double LIMIT_MICROS = 3000;
    private static final int TIMES = 150;
    private static final int ROUNDS = 7;

    private Pictures() {}

    /** Something that is measured; what it gives is looked at, so that it is not left out. */
    private interface Work {
        Object once() throws IOException;
    }

    /** The program. */
    public static void main(String[] args) throws IOException {
        System.out.println(
                "| microseconds | drawing | black and white | drawing and PNG | of 3 ms | the JDK's PNG alone |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (Period period : Period.values()) {
            PictureBenchmark picture = new PictureBenchmark();
            picture.period = period;
            picture.draw();
            double all = micros(picture::drawingAndPng);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %,.0f | %.2f | %,.0f |%n",
                    period.code(),
                    micros(picture::drawing),
                    micros(picture::drawingBlackAndWhite),
                    all,
                    all / LIMIT_MICROS,
                    micros(picture::pngOfTheJdk));
        }
    }

    /** The median of some rounds; the first two, in which the compiler is still at work, are not among them. */
    private static double micros(Work work) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rounds = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < TIMES; i++) {
                if (work.once() == null) {
                    throw new IllegalStateException("nothing was made");
                }
            }
            if (round >= 0) {
                rounds[round] = (threads.getCurrentThreadCpuTime() - begin) / 1000.0 / TIMES;
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
