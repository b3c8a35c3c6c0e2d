package energy.sem.display.paint;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.Facts;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** Which facts stand beside the headline: the first three of the period's list that this home has. */
final class FactChoice {
    private static final int MOST = 3;
    /** What a Flemish month is billed for at least. */
    private static final long LEAST_BILLED_PEAK_W = 2500;

    private final View view;
    private final Phrases phrases;
    private final Names names;
    private final AmountTexts amounts;

    FactChoice(View view, Phrases phrases) {
        this.view = view;
        this.phrases = phrases;
        names = new Names(view, phrases);
        amounts = new AmountTexts(phrases);
    }

    List<Fact> facts() {
        Stream<Optional<Fact>> candidates = view.utility() == Utility.ELECTRICITY ? electricity() : volume();
        return candidates.flatMap(Optional::stream).limit(MOST).toList();
    }

    private Stream<Optional<Fact>> electricity() {
        Stream<Optional<Fact>> first =
                switch (view.period()) {
                    case DAY -> Stream.of(export(), peak(), gas(), water(), cost());
                    case WEEK -> Stream.of(export(), gas(), cost(), peak(), water());
                    case MONTH -> Stream.of(export(), monthPeak(), cost(), gas(), water());
                    case YEAR -> Stream.of(export(), billingPeak(), gas(), cost(), water());
                };
        Facts facts = view.facts();
        return Stream.concat(
                first, Stream.of(energy("fact.tariff1", facts.tariff1Wh()), energy("fact.tariff2", facts.tariff2Wh())));
    }

    /** Of gas and water: the period before whole, the highest bar, the mean. */
    private Stream<Optional<Fact>> volume() {
        return Stream.of(wholePrevious(), highest(), mean());
    }

    private Optional<Fact> export() {
        Long wh = view.exportWh() != null ? view.exportWh() : view.facts().exportWh();
        if (wh == null || (!view.everExported() && wh == 0)) {
            return Optional.empty();
        }
        List<String> labels = List.of(phrases.text("fact.export"), phrases.text("fact.export.short"));
        return Optional.of(new Fact(labels, null, amounts.amount(Utility.ELECTRICITY, wh), true));
    }

    private Optional<Fact> peak() {
        return power(view.facts().peakW(), view.facts().peakAt(), null);
    }

    private Optional<Fact> monthPeak() {
        Long watt = view.facts().monthPeakW();
        boolean below = watt != null && watt < LEAST_BILLED_PEAK_W;
        String note =
                below ? phrases.text("fact.minimum", phrases.numbers().thousandths(LEAST_BILLED_PEAK_W, 1)) : null;
        return power(watt, view.facts().monthPeakAt(), note);
    }

    private Optional<Fact> power(Long watt, LocalDateTime at, String note) {
        if (watt == null) {
            return Optional.empty();
        }
        String bare = phrases.text("fact.peak", "").strip();
        List<String> labels = at == null ? List.of(bare) : List.of(phrases.text("fact.peak", names.moment(at)), bare);
        return Optional.of(new Fact(labels, note, amounts.power(watt), false));
    }

    private Optional<Fact> billingPeak() {
        return fact(
                view.facts().billingPeakW(),
                List.of(phrases.text("fact.billing-peak"), phrases.text("fact.billing-peak.short")),
                amounts::power);
    }

    private Optional<Fact> gas() {
        return fact(view.facts().gasLitre(), List.of(phrases.text("fact.gas")), v -> amounts.amount(Utility.GAS, v));
    }

    private Optional<Fact> water() {
        return fact(
                view.facts().waterLitre(), List.of(phrases.text("fact.water")), v -> amounts.amount(Utility.WATER, v));
    }

    private Optional<Fact> cost() {
        return fact(view.facts().costCent(), List.of(phrases.text("fact.cost")), v -> amounts.cost(view.period(), v));
    }

    private Optional<Fact> energy(String key, Long wh) {
        return fact(wh, List.of(phrases.text(key)), v -> amounts.amount(Utility.ELECTRICITY, v));
    }

    private static Optional<Fact> fact(Long value, List<String> labels, Function<Long, String> text) {
        return Optional.ofNullable(value).map(v -> new Fact(labels, null, text.apply(v), false));
    }

    private Optional<Fact> wholePrevious() {
        if (view.previous() == null || view.previous().wholeAmount() == null) {
            return Optional.empty();
        }
        List<String> previous = names.previous();
        String name = view.period() == Period.DAY && view.offset() == 0
                ? phrases.text("title.yesterday")
                : previous.get(previous.size() - 1);
        return Optional.of(
                new Fact(name, amounts.amount(view.utility(), view.previous().wholeAmount())));
    }

    private Optional<Fact> highest() {
        return view.buckets().stream()
                .filter(bucket -> bucket.amount() != null && bucket.amount() > 0)
                .max(Comparator.comparingLong(Bucket::amount))
                .map(bucket -> new Fact(
                        List.of(phrases.text("fact.most", label(bucket)), label(bucket)),
                        null,
                        amounts.amount(view.utility(), bucket.amount()),
                        false));
    }

    private String label(Bucket bucket) {
        LocalDateTime from = bucket.from().toLocalDateTime();
        return switch (view.period()) {
            case DAY -> phrases.time(from);
            case WEEK -> phrases.shortDay(from.getDayOfWeek());
            case MONTH -> phrases.date(from.toLocalDate());
            case YEAR -> phrases.shortMonth(from.getMonth());
        };
    }

    /** The mean of the bars that are over and measured; nothing for a day, and nothing before two of them. */
    private Optional<Fact> mean() {
        List<Bucket> over = view.buckets().stream()
                .filter(bucket -> bucket.state() == Bucket.State.NORMAL && bucket.amount() != null)
                .toList();
        if (view.period() == Period.DAY || over.size() < 2) {
            return Optional.empty();
        }
        long sum = over.stream().mapToLong(Bucket::amount).sum();
        String label = phrases.text(view.period() == Period.YEAR ? "fact.per-month" : "fact.per-day");
        return Optional.of(new Fact(label, amounts.amount(view.utility(), (sum + over.size() / 2) / over.size())));
    }
}
