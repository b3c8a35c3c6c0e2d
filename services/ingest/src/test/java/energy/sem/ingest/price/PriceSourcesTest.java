package energy.sem.ingest.price;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What settings of prices may say; nobody is asked here. */
class PriceSourcesTest {
    private static final DeliveryDay TODAY = new DeliveryDay(LocalDate.of(2026, 11, 28));
    private static final URI NOWHERE = URI.create("https://x.invalid/api");

    @TempDir
    Path folder;

    @Test
    void a_setting_that_names_nothing_is_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources("elsewhere", Map.of()).of(PriceArea.BE))
                .withMessageContaining("use entso-e, energy-charts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources("entso-e", Map.of("sem.prices.entso-e.token", ""))
                        .of(PriceArea.BE))
                .withMessageContaining("needs your own token");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources("energyzero", Map.of()).of(PriceArea.BE))
                .withMessageContaining("for the area NL only");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> sources("file", Map.of("sem.prices.areas", "FR")).areas())
                .withMessageContaining("there is no area \"FR\": use [BE, NL]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "t\u00f6ken", " "})
    void a_token_that_cannot_be_sent_is_refused_and_not_shown(String token) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), token);
        for (String value : List.of(token, "@" + file)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sources(
                                    "url",
                                    Map.of(
                                            "sem.prices.url.address",
                                            "https://x.invalid/",
                                            "sem.prices.url.token",
                                            value))
                            .of(PriceArea.BE))
                    .withMessageContaining("a token is empty")
                    .withNoCause();
        }
    }

    @Test
    void an_address_that_cannot_be_asked_is_said_without_it() throws InterruptedException {
        Asking.Answer answer = new Asking(Duration.ofSeconds(30))
                .ask(
                        new energy.sem.bill.price.AnyUrl(
                                "https:///{date}?key={token}",
                                "hidden42",
                                new energy.sem.bill.price.PriceMapping(
                                        "", "s", "e", "v", energy.sem.bill.price.PriceMapping.Unit.EUR_KWH, null)),
                        TODAY);
        assertThat(answer.fault().getMessage()).contains("cannot be sent").doesNotContain("hidden42");
    }

    @ParameterizedTest
    @CsvSource({
        "file,   the source file has the prices of one area",
        "url,    needs {area}",
    })
    void what_says_one_area_is_refused_for_two(String source, String words) {
        Map<String, String> two = Map.of(
                "sem.prices.areas", "BE,NL",
                "sem.prices.file", "prices.csv",
                "sem.prices.url.address", "https://x.invalid/{date}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources(source, two).of(PriceArea.BE))
                .withMessageContaining(words);
    }

    @Test
    void an_address_with_area_is_asked_for_each_and_energyzero_for_its_own_only() {
        PriceSources both = sources(
                "energyzero,url",
                Map.of("sem.prices.areas", "BE,NL", "sem.prices.url.address", "https://x.invalid/{area}/{date}"));
        assertThat(both.of(PriceArea.BE)).singleElement().satisfies(each -> assertThat(
                        each.source().request(TODAY).uri())
                .hasToString("https://x.invalid/BE/2026-11-28"));
        assertThat(both.of(PriceArea.NL)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2014-12-31"})
    void days_before_there_were_prices_are_refused(String since) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> sources("energy-charts", Map.of("sem.prices.since", since))
                        .check(null))
                .withMessageContaining("since is before 2015-01-01");
    }

    private static PriceSources sources(String sources, Map<String, String> more) {
        return new PriceSources(Settings.of(sources, NOWHERE, more), NOWHERE, NOWHERE);
    }
}
