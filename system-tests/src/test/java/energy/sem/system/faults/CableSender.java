package energy.sem.system.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import energy.sem.system.SerialLine;

/** A household's meter at a cable: a serial line, or a TCP server that drops its connection now and then. Nobody acknowledges. */
final class CableSender implements Sender {
    private static final int ACCEPT_MILLIS = 200;

    /** How a cable carries a telegram. */
    private interface Cable extends AutoCloseable {
        /** Returns false when nobody is at the other end. */
        boolean carries(byte[] bytes) throws IOException;

        /** Says part of it and then fails, as cables do. */
        void fails(byte[] bytes) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final String meter;
    private final Household household;
    private final Cable cable;
    private final long pauseNanos;
    private final SplittableRandom random;
    private final Ledger ledger = new Ledger(true);
    private final Thread thread;
    private volatile boolean stopped;

    private CableSender(String meter, Household household, Cable cable, int everyMillis, long seed) {
        this.meter = meter;
        this.household = household;
        this.cable = cable;
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis);
        this.random = new SplittableRandom(seed);
        this.thread = new Thread(this::speak, "speaks as " + meter);
        // Until the gateway has found the line and its speed nothing is owed.
        ledger.disturbed();
    }

    /** A meter at the end of a serial line. */
    static CableSender serial(String meter, Household household, SerialLine line, int everyMillis, long seed) {
        return begin(new CableSender(meter, household, new Serial(line.meterEnd()), everyMillis, seed));
    }

    /** A meter behind a server of the P1 stream. */
    static CableSender tcp(String meter, Household household, int port, int everyMillis, long seed) throws IOException {
        return begin(new CableSender(meter, household, new Tcp(port), everyMillis, seed));
    }

    private static CableSender begin(CableSender sender) {
        sender.thread.setDaemon(true);
        sender.thread.start();
        return sender;
    }

    @Override
    public String meter() {
        return meter;
    }

    @Override
    public String serial() {
        return household.serial();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public boolean isCable() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        Sender.awaitEnd(thread, TimeUnit.SECONDS.toMillis(10));
        cable.close();
    }

    private void speak() {
        while (!stopped) {
            try {
                if (household.nextAt().isBefore(Instant.now())) {
                    say();
                }
            } catch (IOException e) {
                // The other end has gone: it comes back, or another does.
                ledger.brokenOff();
            }
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private void say() throws IOException {
        Reading reading = household.next();
        byte[] telegram = household.telegram(reading);
        switch (random.nextInt(40)) {
            case 0 -> cable.carries(Household.corrupted(telegram));
            case 1 -> cable.fails(telegram);
            default -> {
                ledger.sends(reading, telegram);
                if (cable.carries(telegram)) {
                    ledger.isTaken(reading);
                }
            }
        }
    }

    private record Serial(Path meterEnd) implements Cable {
        @Override
        public boolean carries(byte[] bytes) throws IOException {
            // It must be there: a file that is made in its place would be written to for ever.
            try (OutputStream out = Files.newOutputStream(meterEnd, StandardOpenOption.WRITE)) {
                out.write(bytes);
            }
            return true;
        }

        @Override
        public void fails(byte[] bytes) throws IOException {
            carries(java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }

        @Override
        public void close() {
            // Whoever made the line closes it.
        }
    }

    private static final class Tcp implements Cable {
        private final ServerSocket server;
        private Socket connection;

        Tcp(int port) throws IOException {
            server = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            server.setSoTimeout(ACCEPT_MILLIS);
        }

        @Override
        public boolean carries(byte[] bytes) throws IOException {
            if (connection == null) {
                try {
                    connection = server.accept();
                } catch (SocketTimeoutException e) {
                    return false;
                }
            }
            try {
                connection.getOutputStream().write(bytes);
                return true;
            } catch (IOException e) {
                drop();
                throw e;
            }
        }

        @Override
        public void fails(byte[] bytes) throws IOException {
            if (carries(java.util.Arrays.copyOf(bytes, bytes.length / 2))) {
                drop();
            }
        }

        private void drop() throws IOException {
            connection.close();
            connection = null;
        }

        @Override
        public void close() throws IOException {
            if (connection != null) {
                drop();
            }
            server.close();
        }
    }
}
