package energy.sem.p1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The conformance tables in the module's README are what the reader does. After a change write them anew with
 * {@code mvn test -pl libs/p1 -Dtest=ConformanceTest -Dsem.write-conformance=true} and commit them.
 */
class ConformanceTest {

    private static final Path README = Path.of("README.md");
    private static final Map<String, Predicate<Telegram>> OBJECTS = objects();

    @ParameterizedTest
    @EnumSource(value = Dialect.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void each_dialect_is_recognised_and_read_without_a_warning(Dialect dialect) {
        Telegram telegram = read(dialect);
        assertThat(telegram.dialect()).isEqualTo(dialect);
        assertThat(telegram.warnings())
                .allMatch(w -> dialect == Dialect.SWEDEN && w.contains("contradicts the calendar"));
    }

    @Test
    void the_table_of_dialects_and_objects_is_what_the_reader_does() throws IOException {
        compare("dialects", dialectTable());
    }

    @Test
    void the_table_of_public_telegrams_is_what_the_reader_does() throws IOException {
        assumeTrue(Files.isDirectory(SharedTelegramsTest.FOLDER), "no folder with public telegrams: skipped");
        compare("telegrams", telegramTable());
    }

    @Test
    void the_table_of_meters_in_the_field_is_what_the_reader_does() throws IOException {
        compare("meters", meterTable());
    }

    private static void compare(String table, String wanted) throws IOException {
        String readme = Files.readString(README);
        String begin = "<!-- " + table + ": begin -->\n";
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf("<!-- " + table + ": end -->");
        if (Boolean.getBoolean("sem.write-conformance")) {
            readme = readme.substring(0, from) + wanted + readme.substring(to);
            Files.writeString(README, readme);
            to = from + wanted.length();
        }
        assertThat(readme.substring(from, to))
                .as("the table in README.md; how to write it anew stands at this test")
                .isEqualTo(wanted);
    }

    private static Telegram read(Dialect dialect) {
        Heard heard = Heard.of(DialectSamples.all().get(dialect));
        assertThat(heard.rejected).isEmpty();
        return heard.telegrams.get(0);
    }

    private static String dialectTable() {
        StringBuilder table = new StringBuilder("| dialect |");
        OBJECTS.keySet().forEach(o -> table.append(' ').append(o).append(" |"));
        table.append("\n|---|").append(":-:|".repeat(OBJECTS.size())).append('\n');
        for (Dialect dialect : DialectSamples.all().keySet()) {
            Telegram telegram = read(dialect);
            table.append("| ").append(dialect).append(" |");
            OBJECTS.values().forEach(has -> table.append(has.test(telegram) ? " ✓ |" : " |"));
            table.append('\n');
        }
        return table.toString();
    }

    private static Map<String, Predicate<Telegram>> objects() {
        Map<String, Predicate<Telegram>> objects = new LinkedHashMap<>();
        objects.put("CRC", t -> t.crc() == CrcState.VALID);
        objects.put("time", t -> t.at() != null);
        objects.put("serial", t -> t.serial() != null);
        objects.put("tariffs", t -> t.registers().tariffSum(Direction.IMPORT) != null);
        objects.put("total", t -> t.registers().has(Register.IMPORT_WH));
        objects.put("power", t -> t.importW() != null);
        objects.put("phase power", t -> has(t.phases(), p -> p.importW() != null));
        objects.put("voltage", t -> has(t.phases(), p -> p.voltageDeciV() != null));
        objects.put("current", t -> has(t.phases(), p -> p.currentCentiA() != null));
        objects.put("month peaks", t -> t.demandW() != null && !t.monthPeaks().isEmpty());
        objects.put("gas", t -> has(t.devices(), d -> d.kind() == MbusKind.GAS && d.volumeLitre() != null));
        objects.put("water", t -> has(t.devices(), d -> d.kind() == MbusKind.WATER && d.volumeLitre() != null));
        objects.put("heat", t -> has(t.devices(), d -> d.kind() == MbusKind.HEAT && d.heatMj() != null));
        objects.put("breaker", t -> t.connection().breaker() != null);
        objects.put(
                "limiter",
                t -> t.connection().limiterW() != null || t.connection().limiterVa() != null);
        objects.put("relays", t -> !t.connection().relays().isEmpty());
        objects.put("failures", t -> t.quality().failures() != null);
        objects.put("text", t -> t.message() != null);
        objects.put("kept as text", t -> !t.others().isEmpty());
        return objects;
    }

    private static <T> boolean has(List<T> list, Predicate<T> what) {
        return list.stream().anyMatch(what);
    }

    private static String meterTable() {
        StringBuilder table = new StringBuilder("| meter | dialect | phases | devices | kept as text |\n");
        table.append("|---|---|--:|---|--:|\n");
        for (String name : FieldMeters.names()) {
            Telegram t = FieldMeters.read(name);
            String devices = String.join(
                    ", ", t.devices().stream().map(ConformanceTest::words).toList());
            table.append(String.format(
                            "| %s | %s | %d | %s | %d |%n",
                            name,
                            t.dialect(),
                            t.phases().size(),
                            devices,
                            t.others().size())
                    .replaceAll(" +\\|", " |"));
        }
        return table.toString();
    }

    private static String words(MbusDevice device) {
        String kind = device.kind().name().toLowerCase(Locale.ROOT);
        return device.at() == null ? kind + " never read" : kind;
    }

    private static String telegramTable() {
        StringBuilder table = new StringBuilder("| file | telegrams | rejected | dialect | what is special |\n");
        table.append("|---|--:|---|---|---|\n");
        try (Stream<Path> files = Files.list(SharedTelegramsTest.FOLDER)) {
            files.filter(f -> f.toString().endsWith(".txt") && !f.toString().endsWith(".hex.txt"))
                    .sorted()
                    .forEach(f -> table.append(row(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static String row(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Heard heard = Heard.of(bytes);
        StringBuilder special = new StringBuilder();
        for (Telegram t : heard.telegrams) {
            add(special, t.repaired(), "line ends restored");
            add(special, t.crc() == CrcState.ABSENT, "no CRC");
            add(special, !t.monthPeaks().isEmpty(), t.monthPeaks().size() + " month peaks");
            add(special, has(t.devices(), d -> d.at() == null), "a device never read");
            add(special, !t.others().isEmpty(), t.others().size() + " objects kept as text");
            add(special, !t.warnings().isEmpty(), String.join(", ", t.warnings()));
        }
        heard.rejected.forEach(r -> add(special, true, r.detail()));
        String causes =
                String.join(", ", heard.causes().stream().map(RejectCause::word).toList());
        String dialects = String.join(
                ", ",
                heard.telegrams.stream().map(t -> t.dialect().name()).distinct().toList());
        String name = file.getFileName().toString().replace(".txt", "");
        return String.format("| %s | %d | %s | %s | %s |%n", name, heard.telegrams.size(), causes, dialects, special)
                .replaceAll(" +\\|", " |");
    }

    private static void add(StringBuilder list, boolean applies, String what) {
        if (applies) {
            list.append(list.isEmpty() ? "" : "; ").append(what);
        }
    }
}
