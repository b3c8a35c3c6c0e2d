package energy.sem.local.mariadb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserScriptTest {

    @Test
    void every_user_gets_its_password() {
        String script = UserScript.with(user -> "pass" + user.name());
        assertThat(script)
                .contains("ALTER USER 'sem_migrate'@'%' IDENTIFIED BY 'passMIGRATE'")
                .contains("ALTER USER 'sem_grafana'@'%' IDENTIFIED BY 'passGRAFANA'")
                .doesNotContain("_PASSWORD}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a'b", "a\\b", "a b", "é"})
    void a_password_that_could_end_its_quotes_is_refused(String password) {
        assertThatThrownBy(() -> UserScript.with(user -> password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters and digits");
    }

    @Test
    void a_user_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> DatabaseUser.named("sem_nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sem_nobody");
    }
}
