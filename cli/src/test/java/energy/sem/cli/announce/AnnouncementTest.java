package energy.sem.cli.announce;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnnouncementTest {
    private static final Announcement FEED = new Announcement("SEM", "sem-1a2b", 8083, "/display");
    private static final int HEAD = 12;

    @ParameterizedTest(name = "{0} type {1}")
    @CsvSource({
        "_sem-display._tcp.local, 12, true",
        "_SEM-Display._TCP.Local, 12, true",
        "_services._dns-sd._udp.local, 12, true",
        "SEM._sem-display._tcp.local, 33, true",
        "SEM._sem-display._tcp.local, 16, true",
        "SEM._sem-display._tcp.local, 255, true",
        "sem-1a2b.local, 1, true",
        "sem-1a2b.local, 28, false",
        "_sem-display._tcp.local, 1, false",
        "_hwenergy._tcp.local, 12, false",
        "other.local, 1, false"
    })
    void what_is_about_this_feed_is_answered(String name, int type, boolean answered) {
        byte[] question = question(name, type);

        assertThat(FEED.answer(question, question.length, address(), false).isPresent())
                .isEqualTo(answered);
    }

    @Test
    void the_answer_says_where_and_below_which_path() {
        String said = new String(FEED.hello(address()), StandardCharsets.ISO_8859_1);

        assertThat(said)
                .contains("\3SEM\14_sem-display\4_tcp\5local\0")
                .contains("\0\0\0\0\u001f\u0093\10sem-1a2b\5local\0")
                .contains("\15path=/display")
                .endsWith("\0\4\u00c0\0\2\12");
    }

    @Test
    void it_is_what_the_display_reads_in_its_own_tests() throws IOException {
        String hex = Files.readString(Path.of("../clients/esp32-display/test/announcement.hex"));

        assertThat(HexFormat.of().formatHex(FEED.hello(address()))).isEqualTo(hex.replace("\n", ""));
    }

    @Test
    void good_bye_says_the_same_with_a_life_of_no_seconds() {
        byte[] hello = FEED.hello(address());
        byte[] goodbye = FEED.goodbye(address());

        assertThat(goodbye).hasSameSizeAs(hello);
        assertThat(new String(hello, StandardCharsets.ISO_8859_1)).contains("\0\0\u0011\u0094", "\0\0\0x");
        assertThat(new String(goodbye, StandardCharsets.ISO_8859_1)).doesNotContain("\0\0\u0011\u0094", "\0\0\0x");
    }

    @Test
    void a_simple_resolver_gets_its_number_and_its_question_back() {
        byte[] question = question("_sem-display._tcp.local", 12);
        byte[] answer = FEED.answer(question, question.length, address(), true).orElseThrow();

        assertThat(Arrays.copyOf(answer, 2)).containsExactly(0x12, 0x34);
        assertThat(answer[5]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(answer, HEAD, question.length))
                .isEqualTo(Arrays.copyOfRange(question, HEAD, question.length));
    }

    @Test
    void a_second_question_may_point_back_to_the_name_of_the_first() {
        byte[] first = question("_other._tcp.local", 12);
        byte[] message = Arrays.copyOf(first, first.length + 19);
        message[5] = 2;
        byte[] label = "\14_sem-display".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(label, 0, message, first.length, label.length);
        int at = first.length + label.length;
        // behind "_other", which has seven bytes
        message[at] = (byte) 0xC0;
        message[at + 1] = HEAD + 7;
        message[at + 3] = 12;
        message[at + 5] = 1;

        assertThat(FEED.answer(message, message.length, address(), false)).isPresent();
    }

    @Test
    void an_answer_of_somebody_else_is_no_question() {
        byte[] message = question("_sem-display._tcp.local", 12);
        message[2] = (byte) 0x84;

        assertThat(FEED.answer(message, message.length, address(), false)).isEmpty();
    }

    @Property
    void any_bytes_are_a_question_or_none(@ForAll @Size(max = 80) byte[] bytes) {
        Optional<byte[]> answer = FEED.answer(bytes, bytes.length, address(), bytes.length % 2 == 0);

        assertThat(answer.map(said -> said.length).orElse(0)).isLessThan(512);
    }

    static byte[] question(String name, int type) {
        StringBuilder text = new StringBuilder("\22\64\0\0\0\1\0\0\0\0\0\0");
        for (String label : name.split("\\.", -1)) {
            text.append((char) label.length()).append(label);
        }
        text.append("\0\0").append((char) type).append("\0\1");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Inet4Address address() {
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 10});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
