package energy.sem.history.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.NoStart;
import energy.sem.base.ReadKeys;
import energy.sem.base.Secrets;

/**
 * The provider of OpenID Connect of the settings {@code sem.oidc}, if there is one. It is looked for when the first person comes, so
 * that a start never waits for it, and again with each who comes until it is there.
 */
@ApplicationScoped
class Provider implements TenantConfigResolver {
    private static final String URL = "sem.oidc.auth-server-url";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** A token is good from what the provider's clock says, and ours may be behind. */
    static final int CLOCKS_APART_SECONDS = 10;

    /** How long a browser keeps a session whose token has ended and can be renewed. */
    private static final Duration RENEWABLE = Duration.ofHours(12);

    private final Optional<String> url;
    private final Optional<String> secret;
    private final Optional<String> page;
    private final Claims claims;
    private final OidcTenantConfig config;

    Provider(
            @ConfigProperty(name = URL) Optional<String> url,
            @ConfigProperty(name = "sem.oidc.client-id", defaultValue = "sem") String clientId,
            @ConfigProperty(name = "sem.oidc.secret") Optional<String> secret,
            @ConfigProperty(name = "sem.oidc.audience") Optional<String> audience,
            @ConfigProperty(name = "sem.oidc.scopes", defaultValue = "profile") List<String> scopes,
            @ConfigProperty(name = "sem.oidc.page-url") Optional<String> page,
            @ConfigProperty(name = "sem.oidc.roles-claim", defaultValue = "roles") String roles,
            @ConfigProperty(name = "sem.oidc.meters-claim", defaultValue = "meters") String meters) {
        this.url = url.map(String::strip);
        this.secret = this.url.flatMap(there -> Secrets.atStart("sem.oidc.secret", secret));
        this.page = page.map(address -> address.strip().replaceFirst("/+$", ""));
        this.claims = new Claims(roles, meters);
        this.config = this.url
                .map(there -> config(there, clientId, audience.orElse(clientId), scopes))
                .orElse(null);
    }

    void check(@Observes StartupEvent start, ReadKeys keys) {
        if (isThere() && keys.isEmpty()) {
            throw new NoStart("setting " + URL + ": signing in needs sem.read-keys too, or reading is open to everyone;"
                    + " with the first of them services read each other");
        }
        url.ifPresent(address -> checkAddress(URL, address));
        page.ifPresent(address -> checkAddress("sem.oidc.page-url", address));
    }

    private static void checkAddress(String setting, String address) {
        try {
            URI uri = URI.create(address);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new NoStart("setting " + setting + ": \"" + address
                + "\" is no address of http or https, such as https://id.example.org/realms/home");
    }

    /** Whether there is one in the settings. */
    boolean isThere() {
        return config != null;
    }

    /** Whether browsers can sign in: that needs the client's secret, which tokens that are brought do not. */
    boolean hasPage() {
        return isThere() && secret.isPresent();
    }

    /** Its address. */
    String url() {
        return url.orElseThrow();
    }

    /** The page's address as browsers see it, without a slash at its end. */
    String page(RoutingContext request) {
        return page.orElseGet(
                () -> request.request().scheme() + "://" + request.request().authority());
    }

    Claims claims() {
        return claims;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> blocking) {
        return isThere() ? Uni.createFrom().item(config) : Uni.createFrom().nullItem();
    }

    private OidcTenantConfig config(String there, String clientId, String audience, List<String> scopes) {
        boolean withPage = secret.isPresent();
        var common = OidcTenantConfig.authServerUrl(there)
                .tenantId("people")
                .applicationType(withPage ? ApplicationType.HYBRID : ApplicationType.SERVICE)
                .clientId(clientId)
                .connectionTimeout(CONNECT)
                .token()
                .audience(List.of(audience, clientId))
                .lifespanGrace(CLOCKS_APART_SECONDS)
                // What a token says is in it, signed; nothing is asked of the provider for each request.
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .refreshExpired(withPage)
                .end();
        if (!withPage) {
            return common.build();
        }
        return common.credentials(secret.get())
                .authentication()
                .redirectPath(page.map(address -> address + SignIn.IN).orElse(SignIn.IN))
                .removeRedirectParameters(false)
                .scopes(scopes)
                .pkceRequired()
                .nonceRequired()
                .stateSecret(derived("state"))
                .cookieForceSecure(
                        page.filter(address -> address.startsWith("https:")).isPresent())
                .cookieSameSite(CookieSameSite.LAX)
                .sessionAgeExtension(RENEWABLE)
                .end()
                .tokenStateManager()
                // The access token is for nobody here, and a header has 8 KiB at most.
                .strategy(Strategy.ID_REFRESH_TOKENS)
                .encryptionSecret(derived("session"))
                .end()
                .build();
    }

    // The same in each replica and after a restart, and of a length that AES takes, which the secret need not have.
    private String derived(String what) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("sem " + what + " " + secret.orElseThrow()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
