package energy.sem.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The last value that an M-Bus device has sent to the meter. Exactly one of the three values is there.
 *
 * @param channel 1 to 4, in order of installation; not an identity
 * @param kind what it measures
 * @param serial of the device
 * @param at when the device was read: its own capture time, or the telegram's when it has none
 * @param volumeLitre gas or water, litres
 * @param heatMj heat, MJ
 * @param energyWh a further electricity meter, Wh
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record MBusReading(
        int channel, Kind kind, String serial, Instant at, Long volumeLitre, Long heatMj, Long energyWh) {

    /** What an M-Bus device measures (EN 13757-3 device types). */
    public enum Kind {
        @JsonProperty("gas")
        GAS,
        @JsonProperty("water")
        WATER,
        @JsonProperty("heat")
        HEAT,
        @JsonProperty("electricity")
        ELECTRICITY,
        /** None of these, or one that only a later program has a word for. */
        @JsonEnumDefaultValue
        @JsonProperty("other")
        OTHER
    }
}
