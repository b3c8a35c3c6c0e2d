package energy.sem.cli.feed;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveFeedTest {
    @Test
    void a_listener_hears_empty_lines_before_the_beginning_and_then_each_whole_second_once() throws Exception {
        try (LiveFeed feed = LiveFeed.open("test", second -> (second + "\n").getBytes(StandardCharsets.US_ASCII));
                Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), feed.port())) {
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(10_000);
            assertThat(in.readNBytes(2)).containsExactly('\r', '\n');

            Instant begun = Instant.now();
            feed.begin();
            List<Instant> heard = List.of(line(in), line(in), line(in));

            assertThat(heard.get(0)).isBetween(begun.minusSeconds(1), begun.plusSeconds(3));
            assertThat(heard).allMatch(second -> second.equals(second.truncatedTo(ChronoUnit.SECONDS)));
            assertThat(heard.get(1)).isEqualTo(heard.get(0).plusSeconds(1));
            assertThat(heard.get(2)).isEqualTo(heard.get(1).plusSeconds(1));
            assertThat(heard.get(2)).isBeforeOrEqualTo(Instant.now());
        }
    }

    private static Instant line(InputStream in) throws Exception {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return Instant.parse(line);
    }
}
