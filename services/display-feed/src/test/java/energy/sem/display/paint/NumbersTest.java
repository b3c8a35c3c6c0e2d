package energy.sem.display.paint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

import static org.assertj.core.api.Assertions.assertThat;

/** How numbers look. In the tables, ~ is a narrow no-break space and _ a no-break space. */
class NumbersTest {

    private static String plain(String text) {
        return text.replace('\u202F', '~').replace('\u00A0', '_');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | WEEK  | 34812    | 34,8",
                "FR | WEEK  | 34812    | 34,8",
                "EN | WEEK  | 34812    | 34.8",
                "NL | DAY   | 0        | 0",
                "NL | DAY   | 4        | 0,00",
                "NL | DAY   | 143      | 0,14",
                "NL | DAY   | 994      | 0,99",
                "NL | DAY   | 995      | 1,0",
                "NL | DAY   | 5090     | 5,1",
                "NL | DAY   | 99949    | 99,9",
                "NL | DAY   | 99950    | 100",
                "NL | WEEK  | 1203400  | 1.203",
                "NL | MONTH | 212400   | 212",
                "NL | MONTH | 400      | 0",
                "NL | MONTH | 500      | 1",
                "NL | YEAR  | 1203400  | 1.203",
                "FR | YEAR  | 1203400  | 1~203",
                "DE | YEAR  | 1203400  | 1.203",
                "EN | YEAR  | 1203400  | 1,203",
                "NL | YEAR  | 99999000 | 99.999",
                "EN | YEAR  | 1234567890 | 1,234,568",
            })
    void headline_of_electricity(Language language, Period period, long wh, String text) {
        AmountTexts amounts = new AmountTexts(Phrases.of(language));
        assertThat(plain(amounts.headline(Utility.ELECTRICITY, period, wh))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | GAS   | MONTH | 12345 | 12,3",
                "NL | WATER | MONTH | 130   | 0,13",
                "EN | GAS   | YEAR  | 812345 | 812",
            })
    void headline_of_volumes_keeps_its_decimals_in_a_month_and_a_year(
            Language language, Utility utility, Period period, long litre, String text) {
        AmountTexts amounts = new AmountTexts(Phrases.of(language));
        assertThat(plain(amounts.headline(utility, period, litre))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | 4214  | 4,21 kW",
                "NL | 1980  | 1,98 kW",
                "EN | 9994  | 9.99 kW",
                "EN | 9995  | 10.0 kW",
                "DE | 17250 | 17,3 kW",
                "NL | 0     | 0 kW",
            })
    void power(Language language, long watt, String text) {
        assertThat(new AmountTexts(Phrases.of(language)).power(watt)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | DAY   | 1140    | €_11,40",
                "FR | WEEK  | 1140    | 11,40_€",
                "DE | DAY   | 1140    | 11,40_€",
                "EN | WEEK  | 1140    | €11.40",
                "NL | DAY   | -320    | −€_3,20",
                "FR | DAY   | -320    | −3,20_€",
                "EN | DAY   | -320    | −€3.20",
                "NL | DAY   | 99999   | €_999,99",
                "NL | DAY   | 100000  | €_1.000",
                "FR | DAY   | 123456  | 1~235_€",
                "NL | DAY   | 0       | €_0,00",
                "NL | MONTH | 6120    | €_61",
                "FR | YEAR  | 81450   | 815_€",
                "EN | MONTH | -320    | −€3",
                "NL | MONTH | -49     | €_0",
                "NL | MONTH | -50     | −€_1",
            })
    void cost(Language language, Period period, long cent, String text) {
        assertThat(plain(new AmountTexts(Phrases.of(language)).cost(period, cent)))
                .isEqualTo(text);
    }
}
