package energy.sem.cli.announce;

import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one service, as bytes of DNS messages: which instance there is (PTR), where it is (SRV, A) and below
 * which path (TXT). Names are not compressed; a message has some 250 bytes.
 *
 * @param instance the name that people see, at most 63 bytes
 * @param host the machine's name without {@code .local}
 * @param port of the service
 * @param path below which it answers
 */
record Announcement(String instance, String host, int port, String path) {
    /** The kind of service, as contracts and displays name it. */
    static final String SERVICE = "_sem-display._tcp.local";

    private static final String ALL_SERVICES = "_services._dns-sd._udp.local";
    private static final int A = 1;
    private static final int PTR = 12;
    private static final int TXT = 16;
    private static final int SRV = 33;
    private static final int ANY = 255;
    private static final int IN = 1;
    /** This record replaces what was known of its name. */
    private static final int FLUSH = 0x8000;

    private static final int ANSWER = 0x8400;
    private static final int HOST_SECONDS = 120;
    private static final int SERVICE_SECONDS = 4500;
    private static final int LONGEST_LABEL = 63;

    /** The unasked message, sent when the service begins. */
    byte[] hello(Inet4Address address) {
        return message(0, Optional.empty(), address, true);
    }

    /** The last message: a life of no seconds. */
    byte[] goodbye(Inet4Address address) {
        return message(0, Optional.empty(), address, false);
    }

    /**
     * The answer to a question about this service.
     *
     * @param legacy the question came from a simple resolver, which wants its question and its number back
     * @return nothing when the question is about something else, or is none
     */
    Optional<byte[]> answer(byte[] message, int length, Inet4Address address, boolean legacy) {
        for (DnsQuestion question : DnsQuestion.allOf(message, length)) {
            if (concerns(question)) {
                return Optional.of(
                        legacy
                                ? message(DnsQuestion.idOf(message), Optional.of(question), address, true)
                                : hello(address));
            }
        }
        return Optional.empty();
    }

    private boolean concerns(DnsQuestion question) {
        String name = question.name();
        int type = question.type();
        if (name.equalsIgnoreCase(SERVICE) || name.equalsIgnoreCase(ALL_SERVICES)) {
            return type == PTR || type == ANY;
        }
        if (name.equalsIgnoreCase(instance + "." + SERVICE)) {
            return type == SRV || type == TXT || type == ANY;
        }
        return name.equalsIgnoreCase(host + ".local") && (type == A || type == ANY);
    }

    private byte[] message(int id, Optional<DnsQuestion> question, Inet4Address address, boolean alive) {
        Bytes bytes = new Bytes();
        bytes.two(id)
                .two(ANSWER)
                .two(question.isPresent() ? 1 : 0)
                .two(5)
                .two(0)
                .two(0);
        question.ifPresent(
                asked -> bytes.name(labels(asked.name())).two(asked.type()).two(IN));
        List<String> service = labels(SERVICE);
        List<String> full = new ArrayList<>(List.of(instance));
        full.addAll(service);
        List<String> machine = labels(host + ".local");
        int hostSeconds = alive ? HOST_SECONDS : 0;
        int serviceSeconds = alive ? SERVICE_SECONDS : 0;
        bytes.record(labels(ALL_SERVICES), PTR, IN, serviceSeconds, new Bytes().name(service));
        bytes.record(service, PTR, IN, serviceSeconds, new Bytes().name(full));
        bytes.record(
                full,
                SRV,
                IN | FLUSH,
                hostSeconds,
                new Bytes().two(0).two(0).two(port).name(machine));
        bytes.record(full, TXT, IN | FLUSH, serviceSeconds, new Bytes().text("path=" + path));
        bytes.record(machine, A, IN | FLUSH, hostSeconds, new Bytes().raw(address.getAddress()));
        return bytes.toByteArray();
    }

    private static List<String> labels(String name) {
        return List.of(name.split("\\."));
    }

    /** Bytes in the order of the network. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes two(int value) {
            out.write(value >> 8);
            out.write(value);
            return this;
        }

        Bytes raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_LABEL) {
                throw new IllegalArgumentException(text + " is longer than 63 bytes");
            }
            out.write(bytes.length);
            return raw(bytes);
        }

        Bytes name(List<String> labels) {
            labels.forEach(this::text);
            out.write(0);
            return this;
        }

        void record(List<String> name, int type, int dnsClass, int seconds, Bytes data) {
            byte[] bytes = data.toByteArray();
            name(name)
                    .two(type)
                    .two(dnsClass)
                    .two(seconds >> 16)
                    .two(seconds)
                    .two(bytes.length)
                    .raw(bytes);
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }
}
