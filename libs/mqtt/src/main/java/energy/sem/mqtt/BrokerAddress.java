package energy.sem.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a broker is: {@code mqtt://host:port/topic?user=name&version=3.1.1}, {@code mqtts://} for TLS. Port, topic and what
 * stands behind the question mark may be left out. A password is no part of an address, which ends up in logs and process
 * lists. Immutable.
 *
 * @param tls whether by TLS
 * @param host a name or an address; one of IPv6 without brackets
 * @param port 1883 or, by TLS, 8883 unless it is said
 * @param topic what stands behind the host, without the slash before it
 * @param user the user's name
 * @param version of the protocol
 */
public record BrokerAddress(
        boolean tls, String host, int port, Optional<String> topic, Optional<String> user, MqttVersion version) {
    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final String LOOKS_LIKE = ": it looks like mqtt://broker:1883 or, with TLS, mqtts://broker:8883";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException whose message says what is wrong and how it should look, without what may be a
     *     password
     */
    public static BrokerAddress parse(String text) {
        URI uri = uri(text);
        boolean tls = "mqtts".equalsIgnoreCase(uri.getScheme());
        if (!tls && !"mqtt".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("the address of a broker begins with mqtt:// or mqtts://" + LOOKS_LIKE);
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("the address of a broker has no name and password before the host: write"
                    + " ?user=NAME behind it, and give the password in its own setting");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of the broker has no host, or one with letters that no host" + " has" + LOOKS_LIKE);
        }
        if (uri.getFragment() != null) {
            throw new IllegalArgumentException("write a # of a topic in the address of a broker as %23");
        }
        Query query = Query.of(uri.getRawQuery());
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new BrokerAddress(
                tls,
                uri.getHost().replaceAll("^\\[|\\]$", ""),
                port(uri, tls),
                path.isEmpty() ? Optional.empty() : Optional.of(path),
                query.user,
                query.version);
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            // Its message has the whole text, and a password may be in that.
            throw new IllegalArgumentException("the address of the broker is none" + LOOKS_LIKE, e);
        }
    }

    private static int port(URI uri, boolean tls) {
        int port = uri.getPort();
        if (port == -1) {
            return tls ? TLS_PORT : PORT;
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port of the broker is " + port + ": 1 to 65535 is possible");
        }
        return port;
    }

    /** Scheme, host and port: what messages and logs call the broker. */
    @Override
    public String toString() {
        return (tls ? "mqtts://" : "mqtt://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** What stands behind the question mark. */
    private static final class Query {
        private Optional<String> user = Optional.empty();
        private MqttVersion version = MqttVersion.AUTO;

        static Query of(String text) {
            Query query = new Query();
            if (text != null && !text.isEmpty()) {
                Arrays.stream(text.split("&")).forEach(query::take);
            }
            return query;
        }

        private void take(String part) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
            switch (name) {
                case "user" -> user = value.isEmpty() ? Optional.empty() : Optional.of(value);
                case "version" -> version = MqttVersion.of(value);
                default ->
                    throw new IllegalArgumentException("the address of a broker takes user and version behind the"
                            + " question mark, as in ?user=sem&version=3.1.1, and not \"" + name + "\"");
            }
        }
    }
}
