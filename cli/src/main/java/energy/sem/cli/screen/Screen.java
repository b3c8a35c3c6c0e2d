package energy.sem.cli.screen;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * What the person at the terminal sees; where there is no terminal, plain lines. After {@link #stopping()} nothing more is
 * said: what was being started just then is not ready any more. Thread-safe.
 */
public final class Screen {
    private static final int PLAIN_LINES = 5;

    private final PrintStream out;
    private final boolean isTerminal;
    private boolean stopping;

    public Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    public synchronized void line(String text) {
        if (!stopping) {
            out.println(text);
        }
    }

    /** Says that everything is being stopped, and nothing after it. */
    public synchronized void stopping() {
        line("");
        line("Stopping …");
        out.flush();
        stopping = true;
    }

    /** A part that is ready now. */
    public void ready(String part, Duration after, String where) {
        line(String.format(Locale.ROOT, "  %-15s ready after %4.1f s   %s", part, after.toMillis() / 1000.0, where));
    }

    /** How far a long work is; close it when the work is over. */
    public Progress progress(String task, long total) {
        return isTerminal ? bar(task, total) : plain(task, total);
    }

    /** Takes steps and shows them. */
    public interface Progress extends AutoCloseable {
        void step(long steps);

        @Override
        void close();
    }

    private Progress bar(String task, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new DelegatingProgressBarConsumer(this::redraw))
                .build();
        return new Progress() {
            @Override
            public void step(long steps) {
                bar.stepBy(steps);
            }

            @Override
            public void close() {
                bar.close();
                redraw(System.lineSeparator());
            }
        };
    }

    private synchronized void redraw(String bar) {
        if (!stopping) {
            System.err.print("\r" + bar);
        }
    }

    private Progress plain(String task, long total) {
        return new Progress() {
            private long done;
            private long shown;

            @Override
            public void step(long steps) {
                done += steps;
                long due = done * PLAIN_LINES / Math.max(1, total);
                if (due > shown) {
                    shown = due;
                    line(task + " " + done * 100 / total + " %");
                }
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }
}
