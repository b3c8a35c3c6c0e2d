package energy.sem.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One telegram of one meter, validated and exact, as the meter-gateway publishes it.
 *
 * @param version of this format: 1
 * @param meter the configured name, {@code [a-z0-9]{1,32}}: also the record's key
 * @param at the instant the readings are of: the telegram's own time, or its arrival when it has none that is believed;
 *     to the millisecond
 * @param timeSource where {@code at} comes from
 * @param receivedAt when the gateway had the whole telegram
 * @param simulated true for a simulated household; absent otherwise
 * @param identification the header line without its {@code /}, {@code null} for a sensor that sends values only
 * @param dialect the name of the recognised {@link energy.sem.p1.Dialect}, such as
 *     {@code EMUCS_1_7}
 * @param p1Version the version the meter states (0-0:96.1.4 or 1-3:0.2.8), such as {@code 50217}
 * @param crc how the telegram's check came out
 * @param electricity the main meter's registers; {@code null} for a port without electricity (heat)
 * @param monthPeaks the running month's peak (1-0:1.6.0) and the closed months' (0-0:98.1.0); empty when not sent
 * @param devices M-Bus devices whose value has been read at least once
 * @param extremes since the event before this one
 * @param verdict the gateway's judgement, in order of arrival; ingest obeys it
 * @param unknown objects that the decoder does not know, as text
 * @param meterAt what the meter's own clock said, where it is not believed; absent otherwise
 * @param leftOut momentary values of the telegram that cannot be; all else of it counts
 * @param occurrences facts of the meter other than its counts: what changed since the event before, and at the start and
 *     once an hour all of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TelegramEvent(
        int version,
        String meter,
        Instant at,
        TimeSource timeSource,
        Instant receivedAt,
        Boolean simulated,
        String identification,
        String dialect,
        String p1Version,
        Crc crc,
        Electricity electricity,
        List<MonthPeak> monthPeaks,
        List<MBusReading> devices,
        Extremes extremes,
        Verdict verdict,
        List<UnknownObject> unknown,
        Instant meterAt,
        List<LeftOut> leftOut,
        List<Occurrence> occurrences) {

    /** The version that this code writes and reads. */
    public static final int VERSION = 1;

    public TelegramEvent {
        monthPeaks = monthPeaks == null ? List.of() : List.copyOf(monthPeaks);
        devices = devices == null ? List.of() : List.copyOf(devices);
        unknown = unknown == null ? List.of() : List.copyOf(unknown);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        occurrences = occurrences == null ? List.of() : List.copyOf(occurrences);
    }

    /** The same event with these occurrences. */
    public TelegramEvent with(List<Occurrence> said) {
        return said.equals(occurrences)
                ? this
                : new TelegramEvent(
                        version,
                        meter,
                        at,
                        timeSource,
                        receivedAt,
                        simulated,
                        identification,
                        dialect,
                        p1Version,
                        crc,
                        electricity,
                        monthPeaks,
                        devices,
                        extremes,
                        verdict,
                        unknown,
                        meterAt,
                        leftOut,
                        said);
    }

    /** An event of which nothing was left out, of a meter whose clock is believed. */
    public TelegramEvent(
            int version,
            String meter,
            Instant at,
            TimeSource timeSource,
            Instant receivedAt,
            Boolean simulated,
            String identification,
            String dialect,
            String p1Version,
            Crc crc,
            Electricity electricity,
            List<MonthPeak> monthPeaks,
            List<MBusReading> devices,
            Extremes extremes,
            Verdict verdict,
            List<UnknownObject> unknown) {
        this(
                version,
                meter,
                at,
                timeSource,
                receivedAt,
                simulated,
                identification,
                dialect,
                p1Version,
                crc,
                electricity,
                monthPeaks,
                devices,
                extremes,
                verdict,
                unknown,
                null,
                null,
                null);
    }

    /** Where an event's time comes from. */
    public enum TimeSource {
        /** The telegram's own stamp, with its suffix. */
        @JsonProperty("meter")
        METER,
        /** The telegram's own stamp without a suffix, read in the household's zone. */
        @JsonProperty("meter-without-suffix")
        METER_WITHOUT_SUFFIX,
        /** The telegram has no time, or none that is believed ({@link TelegramEvent#meterAt}): the time it arrived. */
        @JsonProperty("arrival")
        ARRIVAL
    }

    /** How a telegram's checksum came out; a wrong one never becomes an event. */
    public enum Crc {
        /** Present and right. */
        @JsonProperty("valid")
        VALID,
        /** Right once the line ends were put back. */
        @JsonProperty("repaired")
        REPAIRED,
        /** The telegram has none (DSMR 2.2 and 3, sensors that send values). */
        @JsonProperty("absent")
        ABSENT
    }
}
