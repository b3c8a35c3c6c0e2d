package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.NamedPanel;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Facts;
import energy.sem.display.view.Fault;
import energy.sem.display.view.GridEnergy;
import energy.sem.display.view.Language;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Peaks;
import energy.sem.display.view.Period;
import energy.sem.display.view.Sample;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;
import energy.sem.display.view.WrongClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the numbers, dates and languages: nothing is cut, nothing lies over something else. */
class LayoutTest {
    /** 99,999 kWh, or as many m³, in a bar of a year; smaller bars in proportion. */
    private static final long MOST_IN_A_YEAR = 99_999_000;

    private static final Painter PAINTER = new Painter();

    @Property(tries = 600)
    void every_text_is_whole_and_in_its_place(@ForAll("views") View view, @ForAll("panels") Panel panel) {
        Box sheet = new Box(0, 0, panel.width(), panel.height());
        for (Drawing.Placed text : PAINTER.drawing(view, panel).placed()) {
            assertThat(text.area().contains(text.ink())).as("%s fits", text).isTrue();
            assertThat(sheet.contains(text.ink()))
                    .as("%s is on the sheet", text)
                    .isTrue();
            assertThat(text.text()).as("%s is not cut", text).doesNotMatch(".*[^ ]…");
        }
    }

    @Property(tries = 600)
    void nothing_lies_over_anything_else(@ForAll("views") View view, @ForAll("panels") Panel panel) {
        List<Drawing.Placed> texts = PAINTER.drawing(view, panel).placed();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(texts.get(i).ink().overlaps(texts.get(j).ink()))
                        .as("%s and %s overlap", texts.get(i), texts.get(j))
                        .isFalse();
            }
        }
    }

    @Property(tries = 50)
    void black_and_white_has_no_greys_and_every_picture_has_a_title(@ForAll("views") View view) {
        Picture picture = PAINTER.paint(view, Panel.ORIGINAL.in(Depth.MONO));
        assertThat(greys(picture)).isZero();
        assertThat(PAINTER.drawing(view, Panel.ORIGINAL.in(Depth.MONO)).placed())
                .anySatisfy(text -> assertThat(text.style()).isEqualTo(Style.TITLE));
    }

    // Counted here: an assertion over 134,400 single bytes is slow.
    private static int greys(Picture picture) {
        int greys = 0;
        for (byte level : picture.levels()) {
            greys += level == 0 || level == 3 ? 0 : 1;
        }
        return greys;
    }

    /** The original as often as any other, for the others share its rules. */
    @Provide
    Arbitrary<Panel> panels() {
        Arbitrary<Panel> original = Arbitraries.of(Depth.class).map(Panel.ORIGINAL::in);
        Arbitrary<Panel> named = Arbitraries.of(NamedPanel.class).map(NamedPanel::panel);
        // Not the largest: the rules are the same there, and a picture is drawn for each try.
        Arbitrary<Panel> any = Combinators.combine(
                        Arbitraries.integers().between(Panel.LEAST_WIDTH, 1000),
                        Arbitraries.integers().between(Panel.LEAST_HEIGHT, 1000),
                        Arbitraries.of(Depth.class),
                        Arbitraries.integers().between(Panel.LEAST_DOTS, Panel.MOST_DOTS))
                .filter((w, h, depth, dots) -> Math.max(w, h) >= Panel.LEAST_LONGER_SIDE)
                .as(Panel::new);
        return Arbitraries.oneOf(original, named, any);
    }

    @Provide
    Arbitrary<View> views() {
        Arbitrary<Sample> samples = Combinators.combine(
                        Arbitraries.of(Period.class),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(2020, 1, 1).toEpochDay(),
                                        LocalDate.of(2031, 1, 1).toEpochDay()),
                        Arbitraries.integers().between(-70, 0),
                        Arbitraries.of(Utility.class),
                        Arbitraries.of(Language.class),
                        scales(),
                        facts())
                .as(LayoutTest::sample);
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 7);
        Arbitrary<WrongClock> clocks = Combinators.combine(
                        Arbitraries.of(WrongClock.Whose.class),
                        Arbitraries.integers().between(-9800, 800))
                .as(WrongClock::new)
                .injectNull(0.7);
        return Combinators.combine(
                        Combinators.combine(samples, clocks).as(Sample::clock),
                        kinds,
                        Arbitraries.of(Fault.class),
                        Arbitraries.of(true, false))
                .as(LayoutTest::view);
    }

    /** How much is used: a few Wh as often as many MWh. */
    private static Arbitrary<Long> scales() {
        return Arbitraries.integers().between(0, 8).flatMap(power -> {
            long limit = Math.min(MOST_IN_A_YEAR, (long) Math.pow(10, power));
            return Arbitraries.longs().between(0, limit);
        });
    }

    private static Arbitrary<Facts> facts() {
        Arbitrary<Long> values = Arbitraries.longs().between(0, 99_999_000).injectNull(0.3);
        Arbitrary<Long> watts = Arbitraries.longs().between(0, 99_999).injectNull(0.3);
        Arbitrary<Long> cents = Arbitraries.longs().between(-99_999, 9_999_999).injectNull(0.3);
        return Combinators.combine(values, watts, cents, values)
                .as((volume, watt, cent, tariff) ->
                        new Facts(new GridEnergy(null, volume, tariff, volume), peaks(watt), volume, tariff, cent));
    }

    private static Peaks peaks(Long watt) {
        LocalDateTime at = LocalDate.of(2026, 9, 27).atTime(18, 15);
        return watt == null
                ? Peaks.NONE
                : new Peaks(new Peak(watt, at.minusMinutes(15), at), new Peak(watt, at.minusMinutes(15), at), watt);
    }

    private static Sample sample(
            Period period, long epochDay, int offset, Utility utility, Language language, long scale, Facts facts) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate first = period.firstDay(day);
        long bars =
                switch (period) {
                    case DAY -> 25;
                    case WEEK -> 7;
                    case MONTH -> 31;
                    case YEAR -> 12;
                };
        Sample sample = Sample.of(period, first)
                .offset(offset)
                .utility(utility)
                .in(language)
                .facts(facts)
                .amounts(i -> scale * (i + 1) / bars / bars)
                .exports(i -> scale * (bars - i) / bars / bars)
                .before(i -> scale / bars);
        return offset == 0 ? sample.until(day.atTime(epochDay % 2 == 0 ? 23 : 0, 45)) : sample;
    }

    private static View view(Sample sample, int kind, Fault fault, boolean demo) {
        Sample marked = demo ? sample.demo() : sample;
        return switch (kind) {
            case 0 -> marked.without(Status.NO_DATA, null);
            case 1 -> marked.without(Status.STARTING, null);
            case 2 -> marked.without(Status.ERROR, fault);
            case 3 -> marked.view().staleSince(LocalDate.of(2026, 9, 30).atTime(20, 45));
            case 4 -> marked.withoutSun().first().view();
            default -> marked.view();
        };
    }

    @ParameterizedTest
    @EnumSource
    void picture_does_not_depend_on_the_machines_locale_or_zone(Depth depth) {
        View view = Samples.month().in(Language.FR).view();
        Picture expected = PAINTER.paint(view, Panel.ORIGINAL.in(depth));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(new Painter().paint(view, Panel.ORIGINAL.in(depth))).isEqualTo(expected);
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new Painter().paint(view, Panel.ORIGINAL.in(depth))).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void same_view_gives_the_same_picture_whatever_was_drawn_before() {
        View view = Samples.week().view();
        Picture expected = new Painter().paint(view, Panel.ORIGINAL);
        Painter used = new Painter();
        Samples.golden().values().forEach(other -> used.paint(other, Panel.ORIGINAL));
        assertThat(used.paint(view, Panel.ORIGINAL)).isEqualTo(expected);
    }
}
