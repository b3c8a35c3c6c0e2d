package energy.sem.gateway.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import energy.sem.source.Telegrams;

/**
 * A TCP server that is a street of meters, told apart by the address of 127.0.0.0/8 at which they are read. Each counts its
 * telegrams, in its register, whoever reads it, and says the same to all who do.
 */
final class MeterStreet implements AutoCloseable {
    // What was on its way when a connection ended may have reached nobody: of a real meter too.
    private static final int ON_ITS_WAY = 2;

    private final long everyNanos;
    private final ServerSocketChannel server;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "street");
    // The four below, guarded by this.
    private final Map<Integer, List<Reader>> readers = new HashMap<>();
    private final Map<Integer, Long> counted = new HashMap<>();
    private final Set<String> owed = new HashSet<>();
    private int mostReadersOfOne;
    private volatile boolean silent;
    private volatile boolean closed;

    private static final class Reader {
        private final SocketChannel channel;
        private final Deque<String> onTheirWay = new ArrayDeque<>();

        Reader(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private MeterStreet(Duration every) throws IOException {
        this.everyNanos = every.toNanos();
        this.selector = Selector.open();
        this.server = ServerSocketChannel.open();
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(0), 2_000);
        server.configureBlocking(false);
        var unused = server.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
    }

    static MeterStreet start(Duration every) throws IOException {
        MeterStreet street = new MeterStreet(every);
        street.thread.start();
        return street;
    }

    /** The source of a meter, numbered from 0. */
    String source(int meter) throws IOException {
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return "tcp://127.7." + (meter / 250) + "." + (meter % 250 + 1) + ":" + port;
    }

    /** How many connections read the meter now. */
    synchronized int readers(int meter) {
        return readers.getOrDefault(meter, List.of()).size();
    }

    /** The most connections that one meter was read by at a time since this was asked last. */
    synchronized int mostReadersOfOne() {
        int most = mostReadersOfOne;
        mostReadersOfOne = readers.values().stream().mapToInt(List::size).max().orElse(0);
        return most;
    }

    /** How many telegrams the meter has said. */
    synchronized long said(int meter) {
        return counted.getOrDefault(meter, 0L);
    }

    /** The telegrams that somebody had, as meter and register: all but the last of each connection that has ended. */
    synchronized Set<String> owed() {
        Set<String> all = new HashSet<>(owed);
        readers.values().forEach(each -> each.forEach(reader -> all.addAll(reader.onTheirWay)));
        return all;
    }

    /** Nobody says anything more; the connections stay. */
    void fallSilent() {
        silent = true;
    }

    private void run() {
        try {
            long next = System.nanoTime() + everyNanos;
            while (!closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
                if (left > 0) {
                    selector.select(left);
                } else {
                    selector.selectNow();
                    next += everyNanos;
                    speak();
                }
                look();
            }
        } catch (IOException e) {
            if (!closed) {
                throw new IllegalStateException("the street of meters broke", e);
            }
        }
    }

    private synchronized void look() throws IOException {
        // Who has gone, before who comes.
        List<SelectionKey> keys = selector.selectedKeys().stream()
                .sorted(Comparator.comparing(key -> key.channel() == server))
                .toList();
        for (SelectionKey key : keys) {
            if (key.isValid() && key.isAcceptable()) {
                SocketChannel channel = server.accept();
                if (channel != null) {
                    channel.configureBlocking(false);
                    Reader reader = new Reader(channel);
                    var unused = channel.register(selector, SelectionKey.OP_READ, reader);
                    List<Reader> all = readers.computeIfAbsent(meter(channel), m -> new ArrayList<>());
                    all.add(reader);
                    mostReadersOfOne = Math.max(mostReadersOfOne, all.size());
                }
            } else if (key.isValid() && key.isReadable()) {
                Reader reader = (Reader) key.attachment();
                if (!hears(reader)) {
                    end(reader);
                }
            }
        }
        selector.selectedKeys().clear();
    }

    private static boolean hears(Reader reader) {
        try {
            return reader.channel.read(ByteBuffer.allocate(64)) >= 0;
        } catch (IOException e) {
            // It was killed.
            return false;
        }
    }

    private static int meter(SocketChannel channel) throws IOException {
        byte[] at = ((InetSocketAddress) channel.getLocalAddress()).getAddress().getAddress();
        return (at[2] & 0xff) * 250 + (at[3] & 0xff) - 1;
    }

    private synchronized void speak() throws IOException {
        if (silent) {
            return;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (Map.Entry<Integer, List<Reader>> each : readers.entrySet()) {
            int meter = each.getKey();
            if (!each.getValue().isEmpty()) {
                long number = counted.merge(meter, 1L, Long::sum);
                byte[] telegram = Telegrams.bytes(now, number);
                for (Reader reader : List.copyOf(each.getValue())) {
                    say(reader, telegram, "m" + meter + " " + number);
                }
            }
        }
    }

    private void say(Reader reader, byte[] telegram, String number) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(telegram);
            reader.channel.write(bytes);
            if (bytes.hasRemaining()) {
                // It does not read: some kilobytes wait for it.
                end(reader);
                return;
            }
        } catch (IOException e) {
            end(reader);
            return;
        }
        reader.onTheirWay.add(number);
        if (reader.onTheirWay.size() > ON_ITS_WAY) {
            owed.add(reader.onTheirWay.removeFirst());
        }
    }

    private void end(Reader reader) throws IOException {
        readers.values().forEach(each -> each.remove(reader));
        reader.channel.close();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        server.close();
        synchronized (this) {
            for (List<Reader> each : readers.values()) {
                for (Reader reader : each) {
                    reader.channel.close();
                }
            }
        }
        selector.close();
    }
}
