package energy.sem.cli.backup.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchiveTest {
    private static final long SEED = 20261129;
    private static final int TRIES = 100;
    private static final Optional<Passphrase> SECRET = Optional.of(Passphrase.of("correct horse battery"));
    private static final TableDefinition TABLE =
            new TableDefinition("reading", List.of("at", "wh"), "CREATE TABLE `reading` (at BIGINT, wh BIGINT)");
    private static final TableDefinition EMPTY =
            new TableDefinition("meter", List.of("id"), "CREATE TABLE `meter` (id INT)");
    private static final Manifest MANIFEST = new Manifest(
            "SEM 0.1.0",
            "8",
            "2026-11-29T02:15:00Z",
            "Europe/Brussels",
            false,
            List.of(EMPTY, TABLE),
            new KafkaPosition("abc", Map.of(0, 12L)));

    @TempDir
    private static Path folder;

    private static String rows;
    private static byte[] open;
    private static byte[] sealed;

    @BeforeAll
    static void write() throws IOException {
        // Several chunks, also after they were compressed.
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            text.append(i)
                    .append('\t')
                    .append(random.nextLong())
                    .append(random.nextInt())
                    .append('\n');
        }
        rows = text.toString();
        open = archive(Optional.empty());
        sealed = archive(SECRET);
        assertThat(sealed.length).isGreaterThan(3 * Seal.CHUNK_BYTES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_read_is_what_was_written(boolean encrypted) throws IOException {
        Map<String, String> read = new TreeMap<>();

        List<TableTotal> totals;
        try (ArchiveReader reader =
                ArchiveReader.open(file(encrypted ? sealed : open), encrypted ? SECRET : Optional.empty())) {
            assertThat(reader.manifest()).isEqualTo(MANIFEST);
            totals = reader.read(into(read));
        }

        assertThat(read).isEqualTo(Map.of("meter", "", "reading", rows, "keys", "secret=1"));
        assertThat(totals).extracting(TableTotal::rows).containsExactly(0L, 15_000L);
    }

    @Test
    void nothing_of_an_encrypted_one_can_be_read_without_its_passphrase() throws IOException {
        assertThat(new String(sealed, UTF_8)).doesNotContain("reading", "secret");
        assertRefused(sealed, Optional.empty(), "it is encrypted");
        assertRefused(sealed, Optional.of(Passphrase.of("wrong horse battery")), "the passphrase is wrong");
    }

    @Test
    void a_hundred_truncations_are_all_found_out() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            byte[] whole = i % 50 == 0 ? sealed : open;
            byte[] cut = Arrays.copyOf(whole, i < 4 ? whole.length - 1 - i : random.nextInt(whole.length));

            assertRefused(cut, i % 50 == 0 ? SECRET : Optional.empty(), "");
        }
    }

    @Test
    void one_cut_off_between_two_chunks_is_found_out() throws IOException {
        int chunk = Integer.BYTES + Seal.CHUNK_BYTES + Seal.TAG_BYTES;
        int head = Seal.make(Optional.empty()).head().length;

        assertRefused(Arrays.copyOf(open, head), Optional.empty(), "it is cut off");
        assertRefused(Arrays.copyOf(open, head + 2 * chunk), Optional.empty(), "changed or cut off in its part 1");
    }

    @Test
    void a_hundred_flipped_bits_are_all_found_out() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            byte[] flipped = open.clone();
            flipped[i < 40 ? i : random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));

            assertRefused(flipped, Optional.empty(), "");
        }
    }

    @Test
    void bytes_after_the_end_and_chunks_in_another_order_are_found_out() throws IOException {
        byte[] longer = Arrays.copyOf(open, open.length + 1);
        assertRefused(longer, Optional.empty(), "");

        int chunk = Integer.BYTES + Seal.CHUNK_BYTES + Seal.TAG_BYTES;
        int head = Seal.make(Optional.empty()).head().length;
        byte[] swapped = open.clone();
        System.arraycopy(open, head, swapped, head + chunk, chunk);
        System.arraycopy(open, head + chunk, swapped, head, chunk);
        assertRefused(swapped, Optional.empty(), "changed or cut off in its part 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "SEMB", "a photograph of the meter, which is long enough to have a head"})
    void another_file_is_no_backup(String content) throws IOException {
        assertRefused(content.getBytes(UTF_8), Optional.empty(), "no backup of SEM");
    }

    @Test
    void the_same_rows_in_another_order_have_the_same_sum_and_others_have_not() {
        assertThat(sum("a\nb\nb\n")).isEqualTo(sum("b\na\nb\n"));
        assertThat(sum("a\nb\n")).isNotEqualTo(sum("a\nb\nb\n")).isNotEqualTo(sum("a\nc\n"));
        assertThat(sum("")).isEqualTo(new TableTotal("t", 0, "0".repeat(32)));
    }

    private static TableTotal sum(String lines) {
        RowSum sum = new RowSum();
        for (byte one : lines.getBytes(UTF_8)) {
            sum.write(one);
        }
        return sum.total("t");
    }

    private static void assertRefused(byte[] content, Optional<Passphrase> passphrase, String why) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> ArchiveReader.check(file, passphrase))
                .isInstanceOf(DamagedArchiveException.class)
                .hasMessageContaining(why);
    }

    private static Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("archive"), content);
    }

    private static byte[] archive(Optional<Passphrase> passphrase) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ArchiveWriter archive = new ArchiveWriter(file, passphrase, MANIFEST);
        archive.table(EMPTY, out -> {});
        archive.table(TABLE, out -> out.write(rows.getBytes(UTF_8)));
        archive.file("keys", "secret=1".getBytes(UTF_8));
        archive.finish();
        return file.toByteArray();
    }

    private static ArchiveReader.Receiver into(Map<String, String> read) {
        return new ArchiveReader.Receiver() {
            @Override
            public void table(TableDefinition table, InputStream lines) throws IOException {
                read.put(table.name(), new String(lines.readAllBytes(), UTF_8));
            }

            @Override
            public void file(String name, InputStream content) throws IOException {
                read.put(name, new String(content.readAllBytes(), UTF_8));
            }
        };
    }
}
