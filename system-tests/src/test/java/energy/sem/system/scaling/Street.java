package energy.sem.system.scaling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import energy.sem.system.faults.Household;

/** Many generated meters, each with a serial number, a clock and a household of its own. Thread-safe. */
final class Street {
    private static final long SEED = 22;

    private final List<Household> households = new ArrayList<>();
    private final List<byte[]> heads = new ArrayList<>();

    /**
     * Meters that speak each so often, evenly spread.
     *
     * @param first when the first one speaks first
     * @param keys by name
     */
    Street(int meters, Instant first, int stepSeconds, Map<String, String> keys) {
        for (int i = 0; i < meters; i++) {
            Instant its =
                    first.plus(Duration.ofSeconds(stepSeconds).multipliedBy(i).dividedBy(meters));
            households.add(new Household(i, SEED, its, stepSeconds));
            heads.add(("POST /api/v1/meters/" + name(i)
                            + "/telegrams HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n" + "X-API-Key: "
                            + keys.get(name(i)) + "\r\nContent-Length: ")
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Names of so many meters. */
    static List<String> names(int meters) {
        return IntStream.range(0, meters).mapToObj(Street::name).toList();
    }

    static String name(int meter) {
        return String.format("m%06d", meter);
    }

    int meters() {
        return households.size();
    }

    /** A request that pushes a meter's next telegrams, whole. */
    byte[] nextPush(int meter, int telegrams) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Household household = households.get(meter);
        synchronized (household) {
            for (int i = 0; i < telegrams; i++) {
                body.writeBytes(household.nextTelegram());
            }
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.size() + 256);
        request.writeBytes(heads.get(meter));
        request.writeBytes((body.size() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body.toByteArray());
        return request.toByteArray();
    }

    /** Bytes of a telegram, which are about as many of each meter. */
    static int telegramBytes() {
        return new Household(0, SEED, Instant.now(), 1).nextTelegram().length;
    }
}
