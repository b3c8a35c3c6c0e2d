package energy.sem.gateway.health;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;

/** Whether a meter's total is the sum of its tariffs, but for rounding: each is cut off at the last digit that it shows. */
final class Totals {

    /**
     * Whether they agree; null for a meter that has not both.
     *
     * @param times how many watt-hours one of the meter's is, by its transformers
     */
    static Boolean agree(TelegramEvent event, long times) {
        return directions(event).findAny().isEmpty()
                ? null
                : disagreement(event, times).isEmpty();
    }

    /** What does not agree, in words. */
    static Optional<String> disagreement(TelegramEvent event, long times) {
        return directions(event)
                .filter(d -> Math.abs(d.totalWh - d.sumWh()) > times * d.roundingWh())
                .findFirst()
                .map(d -> "its total of " + d.name + ", " + kwh(d.totalWh) + ", is not the sum of its tariffs, "
                        + kwh(d.sumWh()) + ": the total counts");
    }

    private record Direction(String name, long totalWh, List<Long> tariffsWh) {
        long sumWh() {
            return tariffsWh.stream().mapToLong(Long::longValue).sum();
        }

        /** One of the last digit shown for each of the registers. */
        long roundingWh() {
            long digit = 1000;
            while (digit > 1 && !isMultiple(digit)) {
                digit /= 10;
            }
            return digit * (tariffsWh.size() + 1);
        }

        private boolean isMultiple(long digit) {
            return totalWh % digit == 0 && tariffsWh.stream().allMatch(wh -> wh % digit == 0);
        }
    }

    private static Stream<Direction> directions(TelegramEvent event) {
        Electricity e = event.electricity();
        // A tariff that is not among the registers is missing in the sum.
        boolean more = event.unknown().stream().anyMatch(o -> o.obis().matches("1-[01]:[12]\\.8\\.[3-8]"));
        if (e == null || more) {
            return Stream.empty();
        }
        return Stream.of(
                        direction("import", e.importWh(), e.importT1Wh(), e.importT2Wh()),
                        direction("export", e.exportWh(), e.exportT1Wh(), e.exportT2Wh()))
                .flatMap(Optional::stream);
    }

    private static Optional<Direction> direction(String name, Long totalWh, Long... tariffsWh) {
        List<Long> tariffs = Stream.of(tariffsWh).filter(Objects::nonNull).toList();
        return totalWh == null || tariffs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Direction(name, totalWh, tariffs));
    }

    private static String kwh(long wh) {
        return String.format(java.util.Locale.ROOT, "%d.%03d kWh", wh / 1000, wh % 1000);
    }

    private Totals() {}
}
