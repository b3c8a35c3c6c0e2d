package energy.sem.local.mariadb;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GaleraNodeTest {
    @Test
    void where_a_killed_node_stood_is_read_from_what_the_server_prints() {
        assertThat(GaleraNode.recovered(
                        "x [Note] WSREP: Recovered position: ce9e4708-ecd3-11f1-b0e8-93e1e6076d68:117,0-1-2\n"))
                .contains("ce9e4708-ecd3-11f1-b0e8-93e1e6076d68:117");
        assertThat(GaleraNode.recovered("WSREP: Recovered position: 00000000-0000-0000-0000-000000000000:-1\n"))
                .as("it has no state")
                .isEmpty();
    }
}
