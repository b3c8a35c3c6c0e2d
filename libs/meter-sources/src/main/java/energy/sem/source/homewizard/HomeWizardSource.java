package energy.sem.source.homewizard;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.source.Announced;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Secret;
import energy.sem.source.Source;
import energy.sem.source.SourceKind;
import energy.sem.source.Suggestion;

/**
 * {@code homewizard://host}: a HomeWizard P1 meter, asked once a second for its last telegram, which it gives unmodified: by
 * its local API v1, or with a token by v2.
 *
 * @param host name or address, with a port if it is not 80 (v1) or 443 (v2)
 * @param token of API v2, see {@link DeviceToken}
 */
record HomeWizardSource(String host, Optional<Secret> token) implements Source {
    private static final Pattern URL =
            Pattern.compile("homewizard://((?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?)/?");

    private static final String V1_SERVICE = "_hwenergy._tcp";
    private static final String V2_SERVICE = "_homewizard._tcp";
    /** The product with the P1 port; others of the maker are sockets and water meters. */
    private static final String P1_METER = "HWE-P1";

    /** How it is written. */
    public static final class Kind implements SourceKind {
        @Override
        public String scheme() {
            return "homewizard";
        }

        @Override
        public List<Form> forms() {
            return List.of(new Form(
                    "homewizard://host", "a HomeWizard P1 meter: paired, or with its local API (v1) switched on"));
        }

        @Override
        public Set<String> credentials() {
            return Set.of("token");
        }

        @Override
        public Set<String> serviceTypes() {
            return Set.of(V1_SERVICE, V2_SERVICE);
        }

        @Override
        public Optional<Suggestion> suggest(Announced device) {
            if (!device.text("product_type").equals(P1_METER)) {
                return Optional.empty();
            }
            String source = "homewizard://" + device.host();
            if (device.text("made_by").equals("SEM")) {
                return Optional.of(
                        Suggestion.look("another SEM that answers as a HomeWizard P1 meter", "nothing to read"));
            }
            if (device.type().equals(V2_SERVICE)) {
                return Optional.of(Suggestion.after(
                        "a HomeWizard P1 meter, by its API v2", "./sem pair homewizard " + device.host(), source));
            }
            return Optional.of(
                    device.text("api_enabled").equals("0")
                            ? Suggestion.after(
                                    "a HomeWizard P1 meter, by its API v1",
                                    "switch on its local API in the HomeWizard app",
                                    source)
                            : Suggestion.ready("a HomeWizard P1 meter, by its API v1", source));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            Matcher matcher = URL.matcher(url);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + url + "\" is not of the form homewizard://host");
            }
            credentials.token().filter(token -> !token.isInFile()).ifPresent(Kind::check);
            return Optional.of(new HomeWizardSource(matcher.group(1), credentials.token()));
        }

        private static void check(Secret token) {
            try {
                DeviceToken.parse(token.read());
            } catch (IOException e) {
                throw new IllegalArgumentException("token: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public Line open() throws IOException {
        if (token.isEmpty()) {
            return new TelegramPolling(
                    TelegramPolling.Version.V1, host, new DeviceHttp(URI.create("http://" + host)), "");
        }
        DeviceToken paired = DeviceToken.parse(token.get().read());
        DeviceHttp http = new DeviceHttp(URI.create("https://" + host), paired.trust(), DeviceHttp.PATIENCE);
        return new TelegramPolling(TelegramPolling.Version.V2, host, http, paired.token());
    }

    @Override
    public int silenceSeconds() {
        return 60;
    }

    @Override
    public Optional<String> readsFrom() {
        return Optional.of(host.replaceFirst(":[0-9]+$", ""));
    }
}
