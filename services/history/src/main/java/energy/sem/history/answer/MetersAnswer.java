package energy.sem.history.answer;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All meters, by name.
 *
 * @param zone the household's zone, in which all answers' calendars are unless {@code ?zone=} says otherwise
 * @param meters in the order of their names
 */
public record MetersAnswer(String zone, List<Meter> meters) {

    public MetersAnswer {
        meters = List.copyOf(meters);
    }

    /**
     * One meter.
     *
     * @param name as in every URL
     * @param simulated true for a simulated household
     * @param firstReadingAt its first reading ever; absent before there is one
     * @param lastReadingAt its newest reading
     * @param everExported true when energy ever flowed to the grid: a home with sun
     * @param devices each serial number it ever had
     * @param health what the meter-gateway says of it, as in its own {@code GET /api/v1/meters}; absent before it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meter(
            String name,
            boolean simulated,
            OffsetDateTime firstReadingAt,
            OffsetDateTime lastReadingAt,
            boolean everExported,
            List<Device> devices,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode health) {
        public Meter {
            devices = List.copyOf(devices);
        }
    }

    /**
     * One device: one serial number. A replaced meter is a new device.
     *
     * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
     * @param serial its number
     * @param firstAt its first reading
     * @param lastAt its newest reading
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Device(String kind, String serial, OffsetDateTime firstAt, OffsetDateTime lastAt) {}
}
