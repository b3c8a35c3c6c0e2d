package energy.sem.benchmarks.display;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import energy.sem.display.view.Period;

/**
 * What a picture costs in processor time, warm, beside its limit: the same methods as {@link PictureBenchmark}, but not by
 * the clock, so that other work on the machine changes little.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar energy.sem.benchmarks.display.Pictures}; with the benchmarks.jar of
 * another checkout as argument its drawing is measured beside this one's, in turns.
 */
public final class Pictures {
    private static final double LIMIT_MICROS = 3000;
    private static final int TIMES = 150;
    private static final int ROUNDS = 7;
    private static final int COMPARED = 15;
    private static final int UNMEASURED = 8;

    private Pictures() {}

    /** Something that is measured; what it gives is looked at, so that it is not left out. */
    private interface Work {
        Object once() throws IOException;
    }

    /** The program. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            compare(Path.of(args[0]));
            return;
        }
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

    private static void compare(Path jar) throws Exception {
        System.out.println("| microseconds | the other's | this one's | times |");
        System.out.println("|---|---:|---:|---:|");
        try (URLClassLoader other =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            List<Compared> all = new ArrayList<>();
            for (Period period : Period.values()) {
                for (String what : List.of("drawing", "drawingBlackAndWhite", "drawingAndPng")) {
                    Work ours = work(Pictures.class.getClassLoader(), period, what);
                    all.add(new Compared(period.code() + ", " + what, work(other, period, what), ours));
                }
            }
            // All of it before any is measured: else the first line pays for what the compiler has still to learn.
            for (int round = 0; round < UNMEASURED; round++) {
                for (Compared each : all) {
                    each.round(round);
                }
            }
            for (Compared each : all) {
                double[][] rounds = new double[COMPARED][];
                for (int round = 0; round < COMPARED; round++) {
                    rounds[round] = each.round(round);
                }
                double before = median(rounds, both -> both[0]);
                double now = median(rounds, both -> both[1]);
                double times = median(rounds, both -> both[1] / both[0]);
                System.out.printf(Locale.ROOT, "| %s | %,.0f | %,.0f | %.2f |%n", each.name(), before, now, times);
            }
        }
    }

    private static double median(double[][] rounds, ToDoubleFunction<double[]> figure) {
        return Arrays.stream(rounds).mapToDouble(figure).sorted().toArray()[rounds.length / 2];
    }

    /** The same of two checkouts. */
    private record Compared(String name, Work theirs, Work ours) {
        /** Microseconds of theirs and of ours, in turns who is first. */
        double[] round(int round) throws IOException {
            double first = micros(round % 2 == 0 ? theirs : ours, 1, 0);
            double second = micros(round % 2 == 0 ? ours : theirs, 1, 0);
            return round % 2 == 0 ? new double[] {first, second} : new double[] {second, first};
        }
    }

    private static Work work(ClassLoader of, Period period, String what) throws ReflectiveOperationException {
        Class<?> type = of.loadClass(PictureBenchmark.class.getName());
        Object benchmark = type.getConstructor().newInstance();
        Field field = type.getField("period");
        field.set(benchmark, field.getType().getField(period.name()).get(null));
        type.getMethod("draw").invoke(benchmark);
        Method method = type.getMethod(what);
        return () -> {
            try {
                return method.invoke(benchmark);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static double micros(Work work) throws IOException {
        return micros(work, ROUNDS, 2);
    }

    /** The median of some rounds; the first ones, in which the compiler is still at work, are not among them. */
    private static double micros(Work work, int measured, int unmeasured) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rounds = new double[measured];
        for (int round = -unmeasured; round < measured; round++) {
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
        return rounds[measured / 2];
    }
}
