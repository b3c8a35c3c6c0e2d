package energy.sem.gateway.health;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import energy.sem.event.TelegramEvent;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

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

    private record Sums(String name, long totalWh, List<Long> tariffsWh) {
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

    private static Stream<Sums> directions(TelegramEvent event) {
        return event.electricity() == null
                ? Stream.empty()
                : Stream.of(Direction.values())
                        .map(direction -> sums(direction, event.electricity().registers()))
                        .flatMap(Optional::stream);
    }

    private static Optional<Sums> sums(Direction direction, RegisterValues registers) {
        Long totalWh = registers.get(Register.total(direction));
        List<Long> tariffsWh = Register.tariffs(direction).stream()
                .map(registers::get)
                .filter(Objects::nonNull)
                .toList();
        return totalWh == null || tariffsWh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sums(direction.name().toLowerCase(Locale.ROOT), totalWh, tariffsWh));
    }

    private static String kwh(long wh) {
        return String.format(Locale.ROOT, "%d.%03d kWh", wh / 1000, wh % 1000);
    }

    private Totals() {}
}
