package energy.sem.p1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class FramerPropertiesTest {

    private static final byte[] GOOD = Samples.belgian();

    @Property(tries = 500)
    void however_the_stream_is_split_the_same_is_heard(
            @ForAll("streams") byte[] stream,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 700) Integer> cuts) {
        Heard split = new Heard();
        int at = 0;
        for (int cut : cuts) {
            int to = Math.min(stream.length, at + cut);
            split.reader.feed(stream, at, to - at);
            at = to;
        }
        split.reader.feed(stream, at, stream.length - at);
        split.reader.end();
        Heard byteByByte = new Heard();
        for (byte b : stream) {
            byteByByte.reader.feed(new byte[] {b});
        }
        byteByByte.reader.end();
        Heard whole = Heard.of(stream);
        assertThat(split.inOrder).isEqualTo(whole.inOrder);
        assertThat(byteByByte.inOrder).isEqualTo(whole.inOrder);
        assertThat(byteByByte.reader.skippedBytes()).isEqualTo(whole.reader.skippedBytes());
    }

    @Property(tries = 500)
    void every_telegram_with_a_line_of_its_own_comes_out_of_any_noise(@ForAll("noise") byte[] noise) {
        byte[] stream = Samples.concat(GOOD, noise, Samples.bytes("\r\n"), GOOD, noise, Samples.bytes("\n"), GOOD);
        Heard heard = Heard.of(stream);
        assertThat(heard.telegrams.stream().filter(t -> t.identification().equals("SEM5\\SAMPLE")))
                .hasSize(3);
    }

    @Property(tries = 2000)
    void a_corrupted_telegram_is_never_accepted_unless_its_crc_matches(
            @ForAll @IntRange(min = 0, max = 1100) int position,
            @ForAll byte value,
            @ForAll @IntRange(min = 1, max = 3) int times) {
        byte[] corrupted = GOOD.clone();
        for (int i = 0; i < times; i++) {
            corrupted[(position + i * 37) % (corrupted.length - 2)] = value;
        }
        List<byte[]> all = Heard.of(GOOD, corrupted).frames;
        List<byte[]> accepted = all.subList(1, all.size());
        assertThat(accepted).allMatch(FramerPropertiesTest::crcMatches);
        if (crcMatches(corrupted)) {
            assertThat(accepted).hasSize(1);
        }
        for (byte[] frame : accepted) {
            assertThat(withoutLineEnds(frame)).isEqualTo(withoutLineEnds(corrupted));
        }
    }

    private static String withoutLineEnds(byte[] bytes) {
        return Samples.text(bytes).replaceAll("[\r\n]", "");
    }

    @Property(tries = 500)
    void a_telegram_with_a_byte_lost_or_doubled_is_never_accepted(
            @ForAll @IntRange(min = 1, max = 1100) int position, @ForAll boolean doubled) {
        int at = position % (GOOD.length - 3);
        List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(GOOD, at + (doubled ? 1 : 0))));
        parts.add(Arrays.copyOfRange(GOOD, doubled ? at : at + 1, GOOD.length));
        byte[] changed = Samples.concat(parts.toArray(byte[][]::new));
        Heard heard = Heard.of(GOOD, changed);
        boolean lineEndOnly = !doubled && GOOD[at] == '\r';
        boolean wholeBehindASlash = doubled && at == 0;
        assertThat(heard.telegrams).hasSize(lineEndOnly || wholeBehindASlash ? 2 : 1);
    }

    private static boolean crcMatches(byte[] bytes) {
        String text = Samples.text(bytes);
        int begin = text.indexOf('/');
        int bang = text.lastIndexOf('!');
        if (begin != 0 || bang < 0) {
            return false;
        }
        String crc = text.substring(bang + 1).stripTrailing();
        return crc.equalsIgnoreCase(String.format("%04X", Crc16.of(bytes, 0, bang + 1)));
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<byte[]> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        GOOD,
                        Samples.bytes(Samples.DSMR_2_2),
                        Samples.bytes(Samples.text(GOOD).replace("\r", "")),
                        Samples.bytes(Samples.text(GOOD).replace("234.7", "234.8"))),
                Arbitraries.integers().between(1, GOOD.length).map(n -> Arrays.copyOf(GOOD, n)),
                noise());
        return pieces.list().ofMinSize(1).ofMaxSize(14).map(list -> Samples.concat(list.toArray(byte[][]::new)));
    }

    @Provide
    Arbitrary<byte[]> noise() {
        Arbitrary<Byte> bytes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.bytes()),
                net.jqwik.api.Tuple.of(
                        3, Arbitraries.of('/', '!', '\r', '\n', '(', 'A', '0').map(c -> (byte) (char) c)));
        return bytes.array(byte[].class).ofMaxSize(300);
    }
}
