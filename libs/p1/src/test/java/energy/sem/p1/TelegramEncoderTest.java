package energy.sem.p1;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TelegramEncoderTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void decoding_what_was_encoded_gives_an_equal_telegram(@ForAll("telegrams") Telegram telegram) {
        Heard heard = Heard.of(TelegramEncoder.encode(telegram));
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.telegrams.get(0).toBuilder().warnings(List.of()).build())
                .isEqualTo(telegram);
    }

    /** From the second telegram on it keeps how they are written. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_reader_remembers_nothing_of_the_telegrams_before(
            @ForAll("telegrams") Telegram first, @ForAll("telegrams") Telegram second) {
        byte[] before = TelegramEncoder.encode(first);
        byte[] now = TelegramEncoder.encode(second);
        assertThat(Heard.of(before, before, now).telegrams.get(2))
                .isEqualTo(Heard.of(now).telegrams.get(0));
    }

    @Test
    void a_belgian_telegram_is_written_with_the_widths_of_the_standard() {
        Telegram telegram = Heard.of(Samples.belgian()).telegrams.get(0);
        List<String> written =
                Samples.text(TelegramEncoder.encode(telegram)).lines().toList();
        assertThat(written.get(0)).isEqualTo("/SEM5\\SAMPLE");
        assertThat(written.get(1)).isEmpty();
        List<String> wanted = Samples.BELGIAN.stream()
                .map(l -> l.equals("0-0:17.0.0(999.9*kW)") ? "0-0:17.0.0(999.900*kW)" : l)
                .map(l -> l.equals("1-0:31.4.0(999*A)") ? "1-0:31.4.0(999.00*A)" : l)
                .toList();
        assertThat(written.subList(2, written.size() - 1)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(written.get(written.size() - 1)).matches("![0-9A-F]{4}");
    }

    @Test
    void a_value_wider_than_the_standard_keeps_all_its_digits() {
        Telegram wide = Telegram.builder()
                .identification("SEM5")
                .registers(RegisterValues.of(Register.IMPORT_WH, 12_345_678_901L))
                .build();
        assertThat(Samples.text(TelegramEncoder.encode(wide))).contains("1-0:1.8.0(12345678.901*kWh)");
    }

    @Test
    void a_text_that_would_break_the_telegram_is_refused() {
        Telegram broken = Telegram.builder()
                .identification("SEM5")
                .others(List.of(new UnknownObject("0-0:96.99.0", List.of("a)\r\n!"))))
                .build();
        assertThatThrownBy(() -> TelegramEncoder.encode(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot carry");
    }

    /** The last is the first instant of 2070: how a telegram writes 1970, a clock never set. */
    @ParameterizedTest
    @ValueSource(strings = {"1999-11", "2099-12", "2069-12"})
    void a_month_whose_end_a_telegram_cannot_say_is_refused(String month) {
        Telegram unsayable = Telegram.builder()
                .identification("SEM5")
                .monthPeaks(List.of(new MonthPeak(YearMonth.parse(month), null, 4_000)))
                .build();
        assertThatThrownBy(() -> TelegramEncoder.encode(unsayable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot carry the time");
    }

    @Provide
    Arbitrary<Telegram> telegrams() {
        return Combinators.combine(identities(), registers(), powers(), peaks(), devices(), connections())
                .as((identity, registers, powers, peaks, devices, connection) -> identity.toBuilder()
                        .registers(identity.dialect() == Dialect.LUXEMBOURG ? totals(registers) : registers)
                        .importW(powers.importW())
                        .exportW(powers.exportW())
                        .phases(powers.phases())
                        .quality(powers.quality())
                        .demandW(peaks.demandW())
                        .runningPeak(peaks.runningPeak())
                        .monthPeaks(peaks.monthPeaks())
                        .devices(devices)
                        .connection(connection)
                        .build())
                .filter(t -> t.hasElectricity() && t.registers().has(Register.IMPORT_WH));
    }

    private static RegisterValues totals(RegisterValues r) {
        return RegisterValues.of(register -> register.isTotal() ? r.get(register) : null);
    }

    /** Every dialect that a version line tells, so that the rest may be anything. */
    private static Arbitrary<Telegram> identities() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(TelegramEncoderTest::namesSomething);
        Arbitrary<String> octets =
                Arbitraries.strings().withCharRange((char) 1, (char) 254).ofMaxLength(40);
        Arbitrary<UnknownObject> others = Combinators.combine(
                        Arbitraries.of("1-0:9.8.0", "1-1:31.4.0", "0-0:96.99.1", "0-9:97.1.0"),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars('*', '.', '-', ':')
                                .ofMaxLength(12)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(UnknownObject::new);
        return Combinators.combine(
                        Arbitraries.of("50213", "50216", "50217", "50221", "42", "50", "Lux"),
                        texts.injectNull(0.1),
                        texts.injectNull(0.7),
                        times().injectNull(0.1),
                        Arbitraries.integers().between(0, 99).injectNull(0.3),
                        octets.injectNull(0.5),
                        octets.injectNull(0.7),
                        others.list().ofMaxSize(3))
                .as((version, serial, ean, at, tariff, message, messageCode, unknown) -> Telegram.builder()
                        .identification(version.equals("Lux") ? "Lux5\\SAMPLE" : "SEM5\\SAMPLE")
                        .version(version.equals("Lux") ? "42" : version)
                        .dialect(dialect(version, serial))
                        .serial(serial)
                        .ean(ean)
                        .at(at)
                        .tariff(tariff)
                        .message(message)
                        .messageCode(messageCode)
                        .others(unknown)
                        .build());
    }

    private static Dialect dialect(String version, String serial) {
        return switch (version) {
            case "50213" -> Dialect.EMUCS_1_3;
            case "50216" -> Dialect.EMUCS_1_4;
            case "50217" -> Dialect.EMUCS_1_7;
            case "50221" -> Dialect.EMUCS_2_1;
            case "50" -> Dialect.DSMR_5;
            case "Lux" -> serial == null ? Dialect.DSMR_4 : Dialect.LUXEMBOURG;
            default -> Dialect.DSMR_4;
        };
    }

    private static Arbitrary<P1Time> times() {
        long first = LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(2069, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
        return Combinators.combine(Arbitraries.longs().between(first, last), Arbitraries.of(P1Time.Suffix.class))
                .as(P1Time::new);
    }

    /** Beside tariffs that count it is none. */
    private static boolean hasNoTotalOfZero(RegisterValues registers) {
        return registers.registers().stream().noneMatch(r -> r.isTotal() && registers.get(r) == 0);
    }

    private static Arbitrary<RegisterValues> registers() {
        return Arbitraries.maps(
                        Arbitraries.of(Register.ofElectricityMeter()),
                        Arbitraries.longs().between(0, 9_999_999_999L))
                .map(RegisterValues::of)
                .filter(TelegramEncoderTest::hasNoTotalOfZero);
    }

    /** A decoder never gives a negative one: what flows the other way is said of that direction. */
    private static Arbitrary<Integer> watts() {
        return Arbitraries.integers().between(0, 999_999).injectNull(0.2);
    }

    private static Arbitrary<Telegram> powers() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 9_999_999).injectNull(0.3);
        Arbitrary<Integer> deciV = Arbitraries.integers().between(0, 99_999).injectNull(0.1);
        Arbitrary<Phase> phase = Combinators.combine(
                        Arbitraries.integers().between(1, 3), deciV, deciV, watts(), watts())
                .as(Phase::new)
                .filter(p -> p.voltageDeciV() != null || p.importW() != null);
        Arbitrary<VoltageEvents> events = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 99_999),
                        counts)
                .as(VoltageEvents::new);
        Arbitrary<PowerFailure> failure = Combinators.combine(
                        times().injectNull(0.1), Arbitraries.longs().between(0, 9_999_999_999L))
                .as(PowerFailure::new);
        Arbitrary<PowerQuality> quality = Combinators.combine(
                        counts,
                        counts,
                        failure.list().ofMaxSize(10),
                        events.list()
                                .uniqueElements(VoltageEvents::phase)
                                .ofMaxSize(3)
                                .map(TelegramEncoderTest::byPhase))
                .as(PowerQuality::new);
        return Combinators.combine(
                        watts(),
                        watts(),
                        phase.list().uniqueElements(Phase::phase).ofMaxSize(3).map(l -> l.stream()
                                .sorted(Comparator.comparing(Phase::phase))
                                .toList()),
                        quality)
                .as((in, out, phases, q) -> Telegram.builder()
                        .importW(in)
                        .exportW(out)
                        .phases(phases)
                        .quality(q)
                        .build());
    }

    private static List<VoltageEvents> byPhase(List<VoltageEvents> events) {
        return events.stream()
                .sorted(Comparator.comparing(VoltageEvents::phase))
                .toList();
    }

    private static Arbitrary<Telegram> peaks() {
        Arbitrary<MonthPeak> peak = Combinators.combine(
                        Arbitraries.integers().between(0, 1198),
                        times().injectNull(0.1),
                        Arbitraries.integers().between(0, 99_999))
                .as((month, at, w) -> new MonthPeak(YearMonth.of(2000, 1).plusMonths(month), at, w))
                .filter(p -> !p.month().equals(YearMonth.of(2069, 12)));
        return Combinators.combine(
                        watts(),
                        Combinators.combine(
                                        times().injectNull(0.1),
                                        Arbitraries.integers().between(0, 99_999))
                                .as(Peak::new)
                                .injectNull(0.3),
                        peak.list()
                                .uniqueElements(MonthPeak::month)
                                .ofMaxSize(13)
                                .map(l -> l.stream()
                                        .sorted(Comparator.comparing(MonthPeak::month))
                                        .toList()))
                .as((demand, running, months) -> Telegram.builder()
                        .demandW(demand)
                        .runningPeak(running)
                        .monthPeaks(months)
                        .build());
    }

    private static Arbitrary<List<MbusDevice>> devices() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(17)
                .filter(TelegramEncoderTest::namesSomething);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(2, 3, 4, 7, 99),
                        ids.injectNull(0.1),
                        ids.injectNull(0.7),
                        // In 2000 begins a clock that was never set: its time is none.
                        times().filter(time -> time.local().getYear() > 2000).injectNull(0.1),
                        Arbitraries.longs().between(0, 999_999_999L),
                        Arbitraries.of(true, false),
                        Arbitraries.of(SwitchState.class).injectNull(0.3))
                .as((channel, type, serial, ean, at, value, corrected, valve) -> {
                    MbusKind kind = MbusKind.ofType(type);
                    boolean heat = kind == MbusKind.HEAT;
                    boolean energy = kind == MbusKind.ELECTRICITY;
                    Long reading = valve == SwitchState.DISCONNECTED ? null : value;
                    return new MbusDevice(
                            channel,
                            type,
                            kind,
                            serial,
                            ean,
                            reading == null ? null : at,
                            heat || energy ? null : reading,
                            heat ? reading : null,
                            energy ? reading : null,
                            corrected && reading != null,
                            valve);
                })
                .list()
                .uniqueElements(MbusDevice::channel)
                .ofMaxSize(4)
                .map(l -> l.stream()
                        .sorted(Comparator.comparing(MbusDevice::channel))
                        .toList());
    }

    /** Zeros alone are read as no identifier. */
    private static boolean namesSomething(String identifier) {
        return !identifier.matches("0*");
    }

    private static Arbitrary<Connection> connections() {
        Arbitrary<SwitchState> states = Arbitraries.of(SwitchState.class);
        Arbitrary<Relay> relay = Combinators.combine(Arbitraries.integers().between(1, 4), states)
                .as(Relay::new);
        return Combinators.combine(
                        states.injectNull(0.2),
                        relay.list().ofMaxSize(4),
                        watts(),
                        watts(),
                        Arbitraries.integers().between(0, 99_999).injectNull(0.2),
                        Arbitraries.of("230", "400").injectNull(0.5))
                .as(Connection::new);
    }
}
