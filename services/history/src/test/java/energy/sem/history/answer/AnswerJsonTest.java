package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static energy.sem.history.answer.Decimal.thousandths;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new AnswerJson().customize(MAPPER);
    }

    @Test
    void a_period_is_written_as_the_contract_shows_it() throws Exception {
        Amounts total = amounts(63_214L, 40_100L, 23_114L, 11_020L, 9_900L, 1_120L, 12_345L, 2_100L, 4_200);
        Amounts monday = amounts(9_100L, null, null, 1_200L, null, null, 1_800L, 300L, null);
        PeriodAnswer answer = new PeriodAnswer(
                "home",
                null,
                "week",
                -2,
                "Europe/Brussels",
                at("2026-11-02T00:00:00+01:00"),
                at("2026-11-09T00:00:00+01:00"),
                "P1D",
                true,
                Decimal.share(603_591, 604_800),
                false,
                null,
                null,
                at("2026-11-09T00:00:00+01:00"),
                new PeriodAnswer.Registers(
                        List.of(electricity("1SEM0000000001", "2026-11-02T00:00:00+01:00", 1_234_567L)),
                        List.of(electricity("1SEM0000000001", "2026-11-09T00:00:00+01:00", 1_274_667L))),
                total,
                new PeriodAnswer.Previous(
                        at("2026-10-26T00:00:00+01:00"),
                        at("2026-11-02T00:00:00+01:00"),
                        new PeriodAnswer.Registers(List.of(), List.of()),
                        amounts(70_000L, null, null, 0L, null, null, null, null, null),
                        at("2026-11-02T00:00:00+01:00"),
                        List.of(electricity("1SEM0000000001", "2026-11-02T00:00:00+01:00", 1_234_567L)),
                        amounts(70_000L, null, null, 0L, null, null, null, null, null),
                        BigDecimal.ONE),
                new Comparison(
                        at("2026-11-09T00:00:00+01:00"),
                        at("2026-11-02T00:00:00+01:00"),
                        monday,
                        amounts(8_000L, null, null, 0L, null, null, 2_000L, null, null),
                        Comparison.Change.of(monday, amounts(8_000L, null, null, 0L, null, null, 2_000L, null, null))),
                List.of(new Bucket(
                        at("2026-11-02T00:00:00+01:00"),
                        at("2026-11-03T00:00:00+01:00"),
                        monday,
                        BigDecimal.ONE,
                        false,
                        List.of(),
                        List.of(),
                        null,
                        null)));

        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(answer)))
                .isEqualTo(
                        MAPPER.readTree(
                                """
                { "meter":"home", "period":"week", "offset":-2, "zone":"Europe/Brussels",
                  "from":"2026-11-02T00:00:00+01:00", "to":"2026-11-09T00:00:00+01:00", "step":"P1D",
                  "complete":true, "coverage":0.998, "stale":false, "dataUntil":"2026-11-09T00:00:00+01:00",
                  "registers":{"from":[{"serial":"1SEM0000000001","kind":"electricity",
                                        "at":"2026-11-02T00:00:00+01:00","importT1Kwh":1234.567}],
                               "to":[{"serial":"1SEM0000000001","kind":"electricity",
                                      "at":"2026-11-09T00:00:00+01:00","importT1Kwh":1274.667}]},
                  "total":{"importKwh":63.214,"importT1Kwh":40.1,"importT2Kwh":23.114,
                           "exportKwh":11.02,"exportT1Kwh":9.9,"exportT2Kwh":1.12,
                           "gasM3":12.345,"waterM3":2.1,"peakKw":4.2,"peakAt":"2026-11-04T18:15:00+01:00",
                           "peakFrom":"2026-11-04T18:15:00+01:00","peakTo":"2026-11-04T18:30:00+01:00"},
                  "previous":{"from":"2026-10-26T00:00:00+01:00","to":"2026-11-02T00:00:00+01:00",
                              "registers":{"from":[],"to":[]},
                              "total":{"importKwh":70,"exportKwh":0}, "point":"2026-11-02T00:00:00+01:00",
                              "registersAtPoint":[{"serial":"1SEM0000000001","kind":"electricity",
                                                   "at":"2026-11-02T00:00:00+01:00","importT1Kwh":1234.567}],
                              "untilSamePoint":{"importKwh":70,"exportKwh":0}, "coverage":1},
                  "comparison":{"until":"2026-11-09T00:00:00+01:00", "previousUntil":"2026-11-02T00:00:00+01:00",
                                "total":{"importKwh":9.1,"exportKwh":1.2,"gasM3":1.8,"waterM3":0.3},
                                "previous":{"importKwh":8,"exportKwh":0,"gasM3":2},
                                "changePercent":{"importKwh":14,"gasM3":-10}},
                  "buckets":[{"from":"2026-11-02T00:00:00+01:00","to":"2026-11-03T00:00:00+01:00",
                              "importKwh":9.1,"exportKwh":1.2,"gasM3":1.8,"waterM3":0.3,
                              "coverage":1,"estimated":false}] }
                """));
    }

    @Test
    void the_latest_reading_is_written_as_the_contract_shows_it() throws Exception {
        LatestAnswer answer = new LatestAnswer(
                "home",
                true,
                at("2026-11-22T11:15:03+01:00"),
                1,
                false,
                1,
                thousandths(642),
                thousandths(0),
                new LatestAnswer.Registers(
                        "1SEM0000000001", RegisterFields.of(RegisterValues.of(Register.IMPORT_T1_WH, 1_234_567))),
                List.of(new LatestAnswer.Phase(
                        1, Decimal.tenths(2347), Decimal.hundredths(151), thousandths(402), thousandths(0))),
                new LatestAnswer.Quarter(
                        thousandths(1_200),
                        thousandths(1_900),
                        thousandths(4_200),
                        thousandths(2_300),
                        thousandths(1_900),
                        at("2026-11-22T11:15:00+01:00"),
                        at("2026-11-22T11:30:00+01:00")),
                new LatestAnswer.MonthPeak(
                        thousandths(4_200),
                        at("2026-11-04T18:30:00+01:00"),
                        at("2026-11-04T18:15:00+01:00"),
                        at("2026-11-04T18:30:00+01:00"),
                        "meter"),
                List.of(new LatestAnswer.Device(
                        "gas", "7SEM0000000002", thousandths(112_384L), null, null, at("2026-11-22T11:15:00+01:00"))));

        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(answer)))
                .isEqualTo(
                        MAPPER.readTree(
                                """
                { "meter":"home", "simulated":true, "at":"2026-11-22T11:15:03+01:00", "ageSeconds":1, "stale":false,
                  "tariff":1, "importKw":0.642, "exportKw":0,
                  "registers":{"serial":"1SEM0000000001","importT1Kwh":1234.567},
                  "phases":[{"phase":1,"voltageV":234.7,"currentA":1.51,"importKw":0.402,"exportKw":0}],
                  "quarter":{"demandKw":1.2,"projectedKw":1.9,"limitKw":4.2,"freeKw":2.3,"freeAfterKw":1.9,
                             "startsAt":"2026-11-22T11:15:00+01:00","endsAt":"2026-11-22T11:30:00+01:00"},
                  "monthPeak":{"kw":4.2,"at":"2026-11-04T18:30:00+01:00","peakFrom":"2026-11-04T18:15:00+01:00",
                               "peakTo":"2026-11-04T18:30:00+01:00","source":"meter"},
                  "devices":[{"kind":"gas","serial":"7SEM0000000002","m3":112.384,"at":"2026-11-22T11:15:00+01:00"}] }
                """));
    }

    @Test
    void round_numbers_are_written_plainly() throws Exception {
        assertThat(MAPPER.writeValueAsString(thousandths(1_200_000L))).isEqualTo("1200");
        assertThat(MAPPER.writeValueAsString(thousandths(0L))).isEqualTo("0");
        assertThat(MAPPER.writeValueAsString(thousandths(-1L))).isEqualTo("-0.001");
        assertThat(MAPPER.writeValueAsString(thousandths(123_456_789_012_345L))).isEqualTo("123456789012.345");
    }

    @Test
    void a_share_is_one_only_when_nothing_is_missing() {
        assertThat(Decimal.share(899_999, 900_000)).isEqualByComparingTo("0.999");
        assertThat(Decimal.share(900_000, 900_000)).isEqualByComparingTo("1");
        assertThat(Decimal.share(0, 900)).isEqualByComparingTo("0");
    }

    private static Amounts amounts(
            Long importWh,
            Long importT1Wh,
            Long importT2Wh,
            Long exportWh,
            Long exportT1Wh,
            Long exportT2Wh,
            Long gasLitre,
            Long waterLitre,
            Integer peakW) {
        return new Amounts(
                RegisterFields.of(RegisterValues.builder()
                        .set(Register.IMPORT_WH, importWh)
                        .set(Register.IMPORT_T1_WH, importT1Wh)
                        .set(Register.IMPORT_T2_WH, importT2Wh)
                        .set(Register.EXPORT_WH, exportWh)
                        .set(Register.EXPORT_T1_WH, exportT1Wh)
                        .set(Register.EXPORT_T2_WH, exportT2Wh)
                        .build()),
                thousandths(gasLitre),
                thousandths(waterLitre),
                null,
                null,
                thousandths(peakW),
                peakW == null ? null : at("2026-11-04T18:15:00+01:00"),
                peakW == null ? null : at("2026-11-04T18:15:00+01:00"),
                peakW == null ? null : at("2026-11-04T18:30:00+01:00"),
                null);
    }

    private static RegisterReading electricity(String serial, String at, long importT1Wh) {
        return new RegisterReading(
                serial,
                "electricity",
                at(at),
                null,
                RegisterFields.of(RegisterValues.of(Register.IMPORT_T1_WH, importT1Wh)),
                null,
                null);
    }

    private static OffsetDateTime at(String text) {
        return OffsetDateTime.parse(text);
    }
}
