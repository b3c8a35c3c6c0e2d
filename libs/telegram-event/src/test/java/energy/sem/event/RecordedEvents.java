package energy.sem.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Events as the meter-gateway of 28 November 2026 (commit 38e9822) wrote them: its TelegramEvents and EventJson made them of
 * telegrams of our own. They are never written anew: such bytes are on topics.
 * <ol start="0">
 * <li>a Belgian meter with gas, water and month peaks
 * <li>the same a quarter of an hour later; a telegram between them was not published
 * <li>its register for tariff 1 fell
 * <li>its clock was a day ahead
 * <li>DSMR 2.2: no checksum, no time, no version
 * <li>Luxembourg: totals only; heat, a submeter and a device of another kind
 * <li>line ends repaired, a stamp without a suffix
 * <li>a simulated household
 * <li>the original sensor: values only
 * </ol>
 */
final class RecordedEvents {

    /** Each event as it stands in its record. */
    static List<String> all() {
        try (InputStream recorded = RecordedEvents.class.getResourceAsStream("/recorded/2026-11-28.jsonl")) {
            return new String(recorded.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedEvents() {}
}
