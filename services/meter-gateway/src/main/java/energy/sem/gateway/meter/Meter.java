package energy.sem.gateway.meter;

import java.util.Optional;

import energy.sem.gateway.source.Source;

/**
 * One configured meter.
 *
 * @param name {@code [a-z0-9]{1,32}}: the Kafka key and the name in every URL
 * @param sourceUrl the source as configured, for people
 * @param source what is read; empty for a meter that is only pushed to
 * @param apiKey the key of who pushes to it; never logged
 * @param serial the electricity meter's serial number where the source sends none
 */
public record Meter(String name, String sourceUrl, Optional<Source> source, Optional<String> apiKey, String serial) {

    /** Without the key. */
    @Override
    public String toString() {
        return name + " (" + sourceUrl + ")";
    }
}
