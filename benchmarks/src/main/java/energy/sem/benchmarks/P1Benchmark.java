package energy.sem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import energy.sem.p1.Crc16;
import energy.sem.p1.Frame;
import energy.sem.p1.FrameListener;
import energy.sem.p1.Framer;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.TelegramReader;

/** Telegrams a second on one thread, beside the plainest CRC over the same bytes: a table, one byte a step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class P1Benchmark {

    /** A file with one telegram, or {@code own}: one of our own in the layout of the e-MUCS 1.7.1 example. */
    @Param("own")
    public String telegram;

    private static final int COPIES = 256;

    private byte[] bytes;
    private byte[][] changing;
    private int next;
    private int crcLength;
    private Framer framer;
    private TelegramReader reader;
    private int heard;
    private Telegram last;

    /** Checks, before anything is measured, that every way to the telegram reaches it. */
    @Setup
    public void read() throws IOException {
        bytes = telegram.equals("own") ? OwnTelegram.bytes() : Files.readAllBytes(Path.of(telegram));
        changing = ChangingTelegrams.of(bytes, COPIES);
        crcLength = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf('!') + 1;
        framer = new Framer(new FrameListener() {
            @Override
            public void frame(Frame frame) {
                heard += frame.length();
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                throw new IllegalStateException(rejected.toString());
            }
        });
        reader = new TelegramReader(new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                last = telegram;
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                throw new IllegalStateException(rejected.toString());
            }
        });
        if (frame() == 0 || decode() == null || decodeChanging() == null || crcByTable() != crcSliced()) {
            throw new IllegalStateException(telegram + " is not one good telegram");
        }
    }

    /** The limit to compare with. */
    @Benchmark
    public int crcByTable() {
        return TableCrc.of(bytes, 0, crcLength);
    }

    /** The same over telegrams that change, the limit of {@link #decodeChanging}. */
    @Benchmark
    public int crcByTableChanging() {
        return TableCrc.of(nextChanging(), 0, crcLength);
    }

    /** The CRC that the framer uses. */
    @Benchmark
    public int crcSliced() {
        return Crc16.of(bytes, 0, crcLength);
    }

    /** Framing with the CRC check. */
    @Benchmark
    public int frame() {
        framer.feed(bytes);
        return heard;
    }

    /** Framing, CRC check and decoding of every line, of the same telegram again and again. */
    @Benchmark
    public Telegram decode() {
        reader.feed(bytes);
        return last;
    }

    /** The same, of telegrams whose clock, registers and momentary values differ from the one before. */
    @Benchmark
    public Telegram decodeChanging() {
        reader.feed(nextChanging());
        return last;
    }

    private byte[] nextChanging() {
        return changing[next++ & (COPIES - 1)];
    }
}
