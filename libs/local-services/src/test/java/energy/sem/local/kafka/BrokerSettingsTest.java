package energy.sem.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerSettingsTest {
    @Test
    void what_is_printed_for_the_package_is_what_sem_up_uses_in_the_same_order_each_time() throws Exception {
        String printed = printed("/var/lib/sem/kafka", "19092", "19093");

        Properties read = new Properties();
        read.load(new StringReader(printed));
        assertThat(read).isEqualTo(BrokerSettings.of(Path.of("/var/lib/sem/kafka"), 19092, 19093));
        assertThat(printed.lines()).isSorted();
    }

    private static String printed(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            BrokerSettings.main(arguments);
        } finally {
            System.setOut(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
