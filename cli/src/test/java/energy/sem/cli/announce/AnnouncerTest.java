package energy.sem.cli.announce;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real multicast, on the loopback network alone. */
class AnnouncerTest {
    @Test
    void who_asks_in_the_network_is_told_where_the_feed_is() throws Exception {
        Inet4Address loopback = (Inet4Address) InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        NetworkInterface network = NetworkInterface.getByInetAddress(loopback);
        Announcement feed = new Announcement("SEM", "sem-test", 8083, "/display");

        try (Announcer announcer = Announcer.start(List.of(new Announcer.Place(network, loopback)), feed);
                DatagramSocket resolver = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            byte[] question = AnnouncementTest.question("_sem-display._tcp.local", 12);
            resolver.setSoTimeout(5000);
            resolver.send(new DatagramPacket(question, question.length, new InetSocketAddress("224.0.0.251", 5353)));
            DatagramPacket answer = new DatagramPacket(new byte[1500], 1500);
            resolver.receive(answer);

            assertThat(announcer).isNotNull();
            assertThat(new String(answer.getData(), 0, answer.getLength(), StandardCharsets.ISO_8859_1))
                    .contains("\10sem-test\5local\0", "path=/display");
        }
    }
}
