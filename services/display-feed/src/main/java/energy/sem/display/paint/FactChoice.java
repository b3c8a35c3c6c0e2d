package energy.sem.display.paint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.GridEnergy;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Prices;
import energy.sem.display.view.Usage;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** Which facts stand beside the headline: the first three of the period's list that this home has. */
final class FactChoice {
    private static final int MOST = 3;
    /** What a Flemish month is billed for at least. */
    private static final long LEAST_BILLED_PEAK_W = 2500;

    private final View view;
    private final Phrases phrases;
    private final PeriodStyle style;
    private final Names names;
    private final AmountTexts amounts;

    FactChoice(View view, Phrases phrases) {
        this.view = view;
        this.phrases = phrases;
        style = PeriodStyle.of(view.subject().period());
        names = new Names(view, phrases);
        amounts = new AmountTexts(phrases);
    }

    List<Fact> facts() {
        Stream<Optional<Fact>> candidates = view.subject().utility() == Utility.ELECTRICITY ? electricity() : volume();
        return candidates.flatMap(Optional::stream).limit(MOST).toList();
    }

    /** Prices come first: where they are known, they are what decides when something is switched on. */
    private Stream<Optional<Fact>> electricity() {
        GridEnergy grid = view.facts().grid();
        return Stream.concat(
                Stream.concat(
                        Stream.of(priceNow(), cheapest(), exportWithFree().or(this::free)),
                        style.facts().stream().map(fact -> fact.apply(this))),
                Stream.of(energy("fact.tariff1", grid.tariff1Wh()), energy("fact.tariff2", grid.tariff2Wh())));
    }

    /** Of gas and water: the period before whole, the highest bar, the mean. */
    private Stream<Optional<Fact>> volume() {
        return Stream.of(wholePrevious(), highest(), mean());
    }

    private Optional<Fact> priceNow() {
        return price(
                view.facts().prices().now(),
                List.of(phrases.text("fact.price-now"), phrases.text("fact.price-now.short")));
    }

    private Optional<Fact> cheapest() {
        return price(
                view.facts().prices().cheapest(),
                List.of(
                        phrases.text("fact.cheapest", Prices.CHEAPEST_HOURS),
                        phrases.text("fact.cheapest.short", Prices.CHEAPEST_HOURS)));
    }

    private Optional<Fact> price(Prices.Price price, List<String> labels) {
        return Optional.ofNullable(price)
                .map(v -> new Fact(labels, names.hours(v.from(), v.to()), amounts.price(v.milliEuroKwh()), false));
    }

    /** The chart needs its legend where bars hang below zero: with prices this is the only row that is left. */
    private Optional<Fact> exportWithFree() {
        boolean prices =
                view.facts().prices().now() != null || view.facts().prices().cheapest() != null;
        String free =
                free().map(each -> each.labels().get(0) + " " + each.value()).orElse(null);
        return export().filter(each -> prices).map(each -> new Fact(each.labels(), free, each.value(), true));
    }

    private Optional<Fact> free() {
        Peak peak = view.facts().peaks().month();
        String note = peak == null ? null : phrases.text("fact.peak", amounts.power(peak.watt()));
        return Optional.ofNullable(view.facts().freeW())
                .map(v -> new Fact(List.of(phrases.text("fact.free")), note, amounts.power(Math.max(0, v)), false));
    }

    Optional<Fact> export() {
        Usage usage = view.usage();
        Long wh = usage.exportWh() != null
                ? usage.exportWh()
                : view.facts().grid().exportWh();
        if (wh == null || (!usage.everExported() && wh == 0)) {
            return Optional.empty();
        }
        List<String> labels = List.of(phrases.text("fact.export"), phrases.text("fact.export.short"));
        return Optional.of(new Fact(labels, null, amounts.amount(Utility.ELECTRICITY, wh), true));
    }

    Optional<Fact> peak() {
        Peak peak = view.facts().peaks().period();
        return power(peak, peak == null || peak.to() == null ? null : names.quarterHour(peak));
    }

    Optional<Fact> monthPeak() {
        Peak peak = view.facts().peaks().month();
        boolean below = peak != null && peak.watt() < LEAST_BILLED_PEAK_W;
        String note =
                below ? phrases.text("fact.minimum", phrases.numbers().thousandths(LEAST_BILLED_PEAK_W, 1)) : null;
        return power(peak, note);
    }

    private Optional<Fact> power(Peak peak, String note) {
        if (peak == null) {
            return Optional.empty();
        }
        String bare = phrases.text("fact.peak", "").strip();
        List<String> labels = peak.to() == null
                ? List.of(bare)
                : List.of(phrases.text("fact.peak", names.day(peak)).strip(), bare);
        return Optional.of(new Fact(labels, note, amounts.power(peak.watt()), false));
    }

    Optional<Fact> billingPeak() {
        return fact(
                view.facts().peaks().billingPeakW(),
                List.of(phrases.text("fact.billing-peak"), phrases.text("fact.billing-peak.short")),
                amounts::power);
    }

    Optional<Fact> gas() {
        return fact(view.facts().gasLitre(), List.of(phrases.text("fact.gas")), v -> amounts.amount(Utility.GAS, v));
    }

    Optional<Fact> water() {
        return fact(
                view.facts().waterLitre(), List.of(phrases.text("fact.water")), v -> amounts.amount(Utility.WATER, v));
    }

    Optional<Fact> cost() {
        return fact(
                view.facts().costCent(),
                List.of(phrases.text("fact.cost")),
                v -> amounts.cost(view.subject().period(), v));
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
        String name = style.word(view.subject().offset() - 1)
                .map(word -> phrases.text("title." + word))
                .orElseGet(() -> previous.get(previous.size() - 1));
        return Optional.of(new Fact(
                name, amounts.amount(view.subject().utility(), view.previous().wholeAmount())));
    }

    private Optional<Fact> highest() {
        return view.usage().buckets().stream()
                .filter(bucket -> bucket.amount() != null && bucket.amount() > 0)
                .max(Comparator.comparingLong(Bucket::amount))
                .map(bucket -> new Fact(
                        List.of(phrases.text("fact.most", label(bucket)), label(bucket)),
                        null,
                        amounts.amount(view.subject().utility(), bucket.amount()),
                        false));
    }

    private String label(Bucket bucket) {
        return style.bar(bucket.from().toLocalDateTime(), phrases);
    }

    /** The mean of the bars that are over and measured; nothing for a day, and nothing before two of them. */
    private Optional<Fact> mean() {
        List<Bucket> over = view.usage().buckets().stream()
                .filter(bucket -> bucket.state() == Bucket.State.NORMAL && bucket.amount() != null)
                .toList();
        if (style.meanLabel().isEmpty() || over.size() < 2) {
            return Optional.empty();
        }
        long sum = over.stream().mapToLong(Bucket::amount).sum();
        String label = phrases.text(style.meanLabel().get());
        return Optional.of(
                new Fact(label, amounts.amount(view.subject().utility(), (sum + over.size() / 2) / over.size())));
    }
}
