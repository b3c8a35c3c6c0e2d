package energy.sem.history.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.LogLimit;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.VersionResource;
import energy.sem.base.door.Refusal;

/**
 * Finds out who asks, where the settings name a provider: by a token that a request brings, or by the session of a browser that has
 * signed in. A read key comes first, in every place that one can stand, and is compared as it always is; then a token, then a
 * session. Without a provider nothing of this is in any request's way.
 */
@ApplicationScoped
class SignIn {
    static final String IN = "/sign-in";
    static final String OUT = "/sign-out";

    /** The header that tells the page where the person who has signed in signs out. */
    private static final String SIGN_OUT = "SEM-Sign-Out";

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    /** After Quarkus has prepared to ask who it is, before every resource. */
    private static final int ORDER = -50;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final String SESSION = "q_session";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 10;
    private static final Duration SAY_AGAIN = Duration.ofHours(1);

    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final Provider provider;
    private final HttpAuthenticator authenticator;
    private final ReadKeys readKeys;
    private final Callers callers;

    /** Since when it has been said that the provider is away; null when it is not, as far as anybody knows. */
    private volatile Instant awaySince;

    private volatile boolean known;

    SignIn(Provider provider, HttpAuthenticator authenticator, ReadKeys readKeys, Callers callers) {
        this.provider = provider;
        this.authenticator = authenticator;
        this.readKeys = readKeys;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        if (provider.isThere()) {
            router.route().order(ORDER).handler(this::ask);
        }
        if (provider.hasPage()) {
            router.get(IN).order(ORDER + 1).handler(this::in);
            router.get(OUT).order(ORDER + 1).handler(this::out);
        }
    }

    private void ask(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith("/api/") && !path.endsWith("/get-esp-data.php")) {
            context.next();
            return;
        }
        if (provider.hasPage()) {
            offer(context);
        }
        Optional<String> given = Keys.given(
                context.request().getHeader("X-API-Key"), context.request().getHeader("Authorization"));
        if (given.filter(key -> isToken(context, key)).isPresent()) {
            find(context, false);
        } else if (given.isEmpty() && context.request().getParam("key") == null && hasSession(context)) {
            find(context, true);
        } else {
            context.next();
        }
    }

    private boolean isToken(RoutingContext context, String given) {
        String header = context.request().getHeader("X-API-Key");
        return (header == null || header.isBlank())
                && readKeys.openedBy(given).isEmpty()
                && TOKEN.matcher(given).matches();
    }

    private boolean hasSession(RoutingContext context) {
        return provider.hasPage()
                && context.request().cookies().stream()
                        .anyMatch(each -> each.getName().startsWith(SESSION));
    }

    /** Tells the page where one can sign in when the answer is that somebody has to be known, and is not. */
    private static void offer(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            int status = context.response().getStatusCode();
            if (status == 401 || (status == 403 && !context.response().headers().contains(SIGN_OUT))) {
                context.response().putHeader("SEM-Sign-In", IN.substring(1));
            }
        });
    }

    private void find(RoutingContext context, boolean session) {
        identity(context)
                .subscribe()
                .with(
                        found -> {
                            try {
                                found.map(this::person).ifPresent(person -> person.asks(context));
                            } catch (Problem nothing) {
                                refuse(context, session, nothing);
                                return;
                            }
                            if (session && found.isPresent()) {
                                context.response().putHeader(SIGN_OUT, OUT.substring(1));
                            }
                            context.next();
                        },
                        failure -> refuse(context, session, problem(context, session, failure)));
    }

    private static void refuse(RoutingContext context, boolean session, Problem problem) {
        if (session && problem.status() == 403) {
            context.response().putHeader(SIGN_OUT, OUT.substring(1));
        }
        if (context.normalizedPath().equals(VersionResource.PATH)) {
            // Open to everyone, with whatever key.
            context.next();
            return;
        }
        context.request().resume();
        Refusal.send(context, problem);
    }

    private Uni<Optional<SecurityIdentity>> identity(RoutingContext context) {
        return authenticator
                .attemptAuthentication(context)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(Optional::ofNullable)
                .onItem()
                .invoke(found -> found.ifPresent(who -> reached(context)));
    }

    private Person person(SecurityIdentity found) {
        JsonWebToken token = (JsonWebToken) found.getPrincipal();
        return new Person(
                provider.claims().opened(claims(token)),
                Instant.ofEpochSecond(token.getExpirationTime() + Provider.CLOCKS_APART_SECONDS));
    }

    private static Map<String, Object> claims(JsonWebToken token) {
        byte[] json = Base64.getUrlDecoder().decode(token.getRawToken().split("\\.", -1)[1]);
        return new JsonObject(Buffer.buffer(json)).getMap();
    }

    private Problem problem(RoutingContext context, boolean session, Throwable failure) {
        if (Failures.isAway(failure)) {
            return away(failure);
        }
        if (session) {
            return Problem.unauthorized("You are signed in no longer: sign in again.");
        }
        if (Failures.isExpired(failure)) {
            return Problem.unauthorized("That token has expired: get a new one from the provider.");
        }
        return readKeys.refusal(
                callers.addressOf(context.request()),
                Problem.unauthorized("That token opens nothing here: it has to be a JWT that " + provider.url()
                        + " has signed for this SEM (sem.oidc.audience), and be valid now."));
    }

    private Problem away(Throwable failure) {
        sayAway(Failures.words(failure));
        return Problem.unavailable(
                "The provider " + provider.url()
                        + " cannot be reached, so that nobody can sign in. Read keys open as always.",
                RETRY_SECONDS);
    }

    private synchronized void sayAway(String why) {
        Instant now = Instant.now();
        if (awaySince == null || now.isAfter(awaySince.plus(SAY_AGAIN))) {
            awaySince = now;
            LOG.warnf("the provider %s cannot be reached, people cannot sign in: %s", provider.url(), why);
        }
    }

    // Only the first token and a code need the provider itself: its keys are known from then on.
    private void reached(RoutingContext context) {
        if ((!known || context.request().getParam("code") != null) && awaySince != null) {
            awaySince = null;
            LOG.infof("the provider %s can be reached again", provider.url());
        }
        known = true;
    }

    private void in(RoutingContext context) {
        identity(context)
                .subscribe()
                .with(
                        found -> {
                            if (found.isPresent()) {
                                send(context, "./");
                            } else {
                                challenge(context);
                            }
                        },
                        failure -> {
                            if (failure instanceof AuthenticationRedirectException redirect) {
                                send(context, redirect.getRedirectUri());
                            } else if (Failures.isAway(failure)) {
                                say(context, away(failure));
                            } else if (failure instanceof AuthenticationFailedException
                                    && context.request().getParam("code") == null) {
                                challenge(context);
                            } else {
                                failed(context, Failures.words(failure));
                            }
                        });
    }

    private void challenge(RoutingContext context) {
        authenticator
                .getChallenge(context)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(challenge -> begin(context, challenge), failure -> {
                    if (Failures.isAway(failure)) {
                        say(context, away(failure));
                    } else {
                        failed(context, Failures.words(failure));
                    }
                });
    }

    private void begin(RoutingContext context, ChallengeData challenge) {
        String location = challenge == null
                ? null
                : challenge.getHeaders().entrySet().stream()
                        .filter(header -> "location"
                                .contentEquals(header.getKey().toString().toLowerCase(Locale.ROOT)))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        if (location == null) {
            failed(context, "the browser brought back no cookie of its way to the provider");
        } else {
            send(context, location);
        }
    }

    private void out(RoutingContext context) {
        identity(context).subscribe().with(found -> leave(context, found), failure -> leave(context, Optional.empty()));
    }

    /** The session here ends in any case, and at the provider where it has an address for that. */
    private void leave(RoutingContext context, Optional<SecurityIdentity> who) {
        context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith("q_"))
                .forEach(name -> context.response()
                        .addCookie(Cookie.cookie(name, "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setHttpOnly(true)));
        send(context, who.flatMap(found -> end(context, found)).orElse("./"));
    }

    private Optional<String> end(RoutingContext context, SecurityIdentity who) {
        OidcConfigurationMetadata metadata = who.getAttribute("configuration-metadata");
        IdTokenCredential token = who.getCredential(IdTokenCredential.class);
        return metadata == null || token == null || metadata.getEndSessionUri() == null
                ? Optional.empty()
                : Optional.of(metadata.getEndSessionUri() + "?id_token_hint=" + token.getToken()
                        + "&post_logout_redirect_uri="
                        + URLEncoder.encode(provider.page(context) + "/", StandardCharsets.UTF_8));
    }

    private static void send(RoutingContext context, String to) {
        context.response()
                .setStatusCode(302)
                .putHeader("Location", to)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private void failed(RoutingContext context, String why) {
        logLimit.warn(LOG, "sign-in", () -> "somebody could not sign in: " + why);
        say(
                context,
                Problem.unauthorized("Signing in did not work. Go back to the page and try again; if it does not work"
                        + " then either, the log of history says why."));
    }

    /** A person reads this, in a browser. */
    private static void say(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", "" + seconds));
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(problem.getMessage() + "\n");
    }
}
