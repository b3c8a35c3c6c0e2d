package energy.sem.cli.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InventedPricesTest {
    @Test
    void each_is_a_setting_of_the_documentation_and_its_contract_is_called_invented() throws Exception {
        String settings = Files.readString(Path.of("../docs/settings.md"));

        Map<String, String> prices = InventedPrices.unlessGiven(Set.of("PATH"));

        assertThat(prices).isNotEmpty().allSatisfy((name, value) -> {
            assertThat(name).startsWith("SEM_CONTRACTS_INVENTED");
            assertThat(settings).contains("SEM_CONTRACTS_<NAME>" + name.substring(name.indexOf('_', 15)));
        });
    }

    @Test
    void a_contract_of_the_users_own_keeps_them_away() {
        assertThat(InventedPrices.unlessGiven(Set.of("SEM_CONTRACTS_MINE_FROM")))
                .isEmpty();
    }

    @Test
    void so_does_a_file_of_contracts() {
        assertThat(InventedPrices.unlessGiven(Set.of("SEM_BILL_CONTRACTS"))).isEmpty();
        assertThat(InventedPrices.unlessGiven(Set.of("SEM_BILL_OFFERS"))).isNotEmpty();
    }
}
