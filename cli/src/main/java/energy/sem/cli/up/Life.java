package energy.sem.cli.up;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServiceException;

/**
 * The life of a program that starts other programs. However it ends (its work is over, a failure, Ctrl-C, SIGTERM), the
 * parts are stopped in order before the process ends: with status 0 when it was asked to stop, with 1 after a failure.
 */
final class Life {
    private static final int UNWIND_S = 20;

    private final Parts parts = new Parts();
    private final CountDownLatch workOver = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile int status;

    private final Screen screen;

    private Life(Screen screen) {
        this.screen = screen;
    }

    /** What the program does; it hands every part it starts to {@link Parts#add}. */
    interface Work {
        void run(Parts parts) throws InterruptedException;
    }

    /** Runs the work and ends the process. */
    static void live(Screen screen, Work work) {
        new Life(screen).run(work);
    }

    private void run(Work work) {
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker), "stop everything"));
        try {
            work.run(parts);
        } catch (StartFailure | LocalServiceException e) {
            fail(e.getMessage());
        } catch (InterruptedException e) {
            fail("interrupted");
        } catch (RuntimeException e) {
            fail("an unexpected error: " + e);
            e.printStackTrace();
        } finally {
            workOver.countDown();
        }
        asked = true;
        System.exit(status);
    }

    private void fail(String message) {
        if (!asked) {
            status = 1;
            System.err.println("sem: " + message);
        }
    }

    /** Runs as the JVM's shutdown hook: after a signal, or after {@link #run} has ended. */
    private void end(Thread worker) {
        if (!asked) {
            asked = true;
            screen.stopping();
            worker.interrupt();
        }
        try {
            // What is being started just now unwinds first, so that nothing is started behind our back.
            workOver.await(UNWIND_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.close();
        // A signal's own exit status would be 130 or 143: but stopping when asked is success.
        Runtime.getRuntime().halt(status);
    }
}
