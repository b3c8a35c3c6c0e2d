package energy.sem.base;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallersTest {
    private static final String PROXIES = "127.0.0.1, 10.42.0.0/16, fd00::/8";

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1    | 192.168.1.7                    | 192.168.1.7",
                "10.42.3.9    | 192.168.1.7                    | 192.168.1.7",
                "fd00::5      | 2001:db8::7                    | 2001:db8::7",
                // What the caller has sent to the proxy stands before what the proxy adds.
                "10.42.3.9    | 8.8.8.8, 192.168.1.7           | 192.168.1.7",
                // One proxy before another.
                "127.0.0.1    | 192.168.1.7, 10.42.3.9         | 192.168.1.7",
                "127.0.0.1    | 10.42.3.9                      | 10.42.3.9",
                // What is no address is not believed, nor what stands before it.
                "127.0.0.1    | 192.168.1.7, unknown           | 127.0.0.1",
                "127.0.0.1    | 192.168.1.7, unknown, 10.42.3.9| 10.42.3.9",
                "127.0.0.1    | 192.168.1.7:4711               | 127.0.0.1",
                "127.0.0.1    | 192.168.1.7,                   | 127.0.0.1",
                "127.0.0.1    | 999.1.1.1                      | 127.0.0.1",
                "127.0.0.1    | ''                             | 127.0.0.1",
                "127.0.0.1    | ,,                             | 127.0.0.1",
                // Anyone else.
                "192.168.1.66 | 127.0.0.1                      | 192.168.1.66",
                "10.43.0.1    | 192.168.1.7                    | 10.43.0.1",
            })
    void only_a_proxy_says_from_where_a_request_comes(String connected, String forwarded, String expected) {
        assertThat(callers(PROXIES).address(connected, List.of(forwarded))).isEqualTo(expected);
    }

    @Test
    void a_header_given_twice_is_one_list() {
        assertThat(callers(PROXIES).address("127.0.0.1", List.of("8.8.8.8", "192.168.1.7")))
                .isEqualTo("192.168.1.7");
        assertThat(callers(PROXIES).address("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void without_the_setting_nobody_is_believed(String proxies) {
        Callers callers = proxies == null ? new Callers(List.of(), name -> null) : callers(proxies);

        assertThat(callers.address("127.0.0.1", List.of("192.168.1.7"))).isEqualTo("127.0.0.1");
    }

    @Test
    void a_name_is_looked_up_again_and_again_and_holds_while_no_name_server_answers() throws UnknownHostException {
        AtomicReference<InetAddress[]> answer = new AtomicReference<>(InetAddress.getAllByName("10.42.0.7"));
        Callers callers = new Callers(List.of("traefik-pods.kube-system.svc"), name -> {
            if (answer.get() == null) {
                throw new UnknownHostException(name);
            }
            return answer.get();
        });
        callers.end();
        callers.lookUp();
        assertThat(callers.address("10.42.0.7", List.of("192.168.1.7"))).isEqualTo("192.168.1.7");

        answer.set(null);
        callers.lookUp();
        assertThat(callers.address("10.42.0.7", List.of("192.168.1.7"))).isEqualTo("192.168.1.7");

        answer.set(InetAddress.getAllByName("10.42.0.8"));
        callers.lookUp();
        assertThat(callers.address("10.42.0.7", List.of("192.168.1.7"))).isEqualTo("10.42.0.7");
        assertThat(callers.address("10.42.0.8", List.of("192.168.1.7"))).isEqualTo("192.168.1.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.42.0.0/99", "10.42.0", "10.42.0.256", "fd00::/129", "a b", "", ",", "traefik/8"})
    void what_can_be_no_proxy_is_refused_at_the_start(String wrong) {
        assertThat(Setting.Kind.PROXIES.accepts(wrong)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.42.0.0/16", "::1", "fd00::/8", "traefik-pods.kube-system.svc", PROXIES})
    void an_address_a_network_and_a_name_are_taken(String right) {
        assertThat(Setting.Kind.PROXIES.accepts(right)).isTrue();
    }

    private static Callers callers(String proxies) {
        return new Callers(Arrays.asList(proxies.split(",", -1)), name -> {
            throw new UnknownHostException(name);
        });
    }
}
