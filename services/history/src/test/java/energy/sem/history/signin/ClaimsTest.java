package energy.sem.history.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClaimsTest {
    private final Claims claims = new Claims("roles", "meters");

    private ReadableMeters household(Object meters) {
        return claims.opened(Map.of("roles", List.of("household"), "meters", meters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "reader", "household reader", "offline_access, admin"})
    void administrators_and_readers_read_every_meter(String roles) {
        assertThat(claims.opened(Map.of("roles", roles, "meters", "elshome"))).isEqualTo(ReadableMeters.ALL);
    }

    @Test
    void a_household_reads_the_meters_of_its_claim() {
        Set<String> own = Set.of("elshome", "elsattic");
        assertThat(household(List.of("elshome", "elsattic")).names()).isEqualTo(own);
        assertThat(household("elshome,elsattic").names()).isEqualTo(own);
        assertThat(household(" elshome  elsattic ").names()).isEqualTo(own);
        assertThat(household("elshome, elsattic").all()).isFalse();
    }

    @Test
    void what_is_no_meters_name_opens_nothing_and_shuts_nothing() {
        List<Object> broken = Arrays.asList(
                7,
                true,
                null,
                Map.of("elshome", "elshome"),
                List.of("zebrahome"),
                "",
                " ",
                "*",
                ".*",
                "ELSHOME",
                "els home",
                "elshome,zebrahome",
                "../zebrahome",
                "a".repeat(33),
                " elsattic ",
                "elshome");

        assertThat(household(broken).names()).containsExactlyInAnyOrder("elshome", "elsattic");
    }

    @Test
    void ten_thousand_names_are_ten_thousand_meters() {
        List<String> many =
                IntStream.range(0, 10_000).mapToObj(i -> "meter" + i).toList();

        assertThat(household(many).names()).hasSize(10_000).contains("meter9999");
        assertThat(household(many.stream().collect(Collectors.joining(" "))).names())
                .hasSize(10_000);
    }

    static Stream<Object> no_meters() {
        return Stream.of(7, 1.5, true, Map.of("elshome", 1), List.of(), List.of(7), "", ",", "Ĳzer", List.of("*"));
    }

    @ParameterizedTest
    @MethodSource("no_meters")
    void a_household_without_a_meter_reads_nothing_and_is_told_which_claim_is_missing(Object meters) {
        assertThatThrownBy(() -> household(meters)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused).hasMessageContaining("claim meters");
        });
    }

    static Stream<Map<String, Object>> no_role() {
        return Stream.of(
                Map.of(),
                Map.of("meters", "elshome"),
                Map.of("roles", "", "meters", "elshome"),
                Map.of("roles", "Admin", "meters", "elshome"),
                Map.of("roles", "administrator readers", "meters", "elshome"),
                Map.of("roles", List.of("admin reader"), "meters", "elshome"),
                Map.of("roles", Map.of("admin", true), "meters", "elshome"),
                Map.of("roles", List.of(List.of("admin"), Map.of("admin", "admin"), 1), "meters", "elshome"),
                Map.of("other", "admin", "roles", 1));
    }

    @ParameterizedTest
    @MethodSource("no_role")
    void without_a_role_nothing_opens_whatever_meters_are_named(Map<String, Object> said) {
        assertThatThrownBy(() -> claims.opened(said)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused).hasMessageContaining("claim roles").hasMessageContaining("household");
        });
    }

    @Test
    void a_claim_may_stand_within_others_or_have_slashes_in_its_own_name() {
        Claims keycloak = new Claims("resource_access/sem/roles", "https://example.org/meters");

        assertThat(keycloak.opened(Map.of(
                                "resource_access",
                                Map.of("sem", Map.of("roles", List.of("household"))),
                                "https://example.org/meters",
                                List.of("elshome")))
                        .names())
                .containsExactly("elshome");
        assertThatThrownBy(() -> keycloak.opened(Map.of("resource_access", "admin")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> keycloak.opened(Map.of("resource_access", Map.of("sem", "admin"))))
                .isInstanceOf(Problem.class);
    }
}
