package energy.sem.history.past;

import java.util.Set;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpMethod;

/** What another service answers: it does the work, and looks at the key. */
enum Forwarded {
    IMPORTS(
            Worker.INGEST,
            "/api/v1/meters/[a-z0-9]{1,32}/imports(/[0-9]{1,9})?",
            Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)),
    CONTRACTS(
            Worker.INGEST,
            "/api/v1/meters/[a-z0-9]{1,32}/contracts/[a-zA-Z][a-zA-Z0-9-]{0,31}",
            Set.of(HttpMethod.PUT, HttpMethod.DELETE)),
    SEARCH(Worker.GATEWAY, "/api/v1/sources/search", Set.of(HttpMethod.POST));

    /** Who does the work, and what is said while it cannot be asked. */
    enum Worker {
        INGEST(
                "Nothing can be written through history before sem.ingest.url is set, such as http://localhost:8082.",
                "Ingest does not answer: see whether it runs, and where sem.ingest.url points."),
        GATEWAY(
                "No meter can be looked for from here: sem.gateway.url is not set for history. From a container the home's network"
                        + " is not reached anyway; ./sem meters find on a computer at home looks there.",
                "The meter-gateway does not answer: see whether it runs, and where sem.gateway.url points.");

        private final String unset;
        private final String away;

        Worker(String unset, String away) {
            this.unset = unset;
            this.away = away;
        }

        String unset() {
            return unset;
        }

        String away() {
            return away;
        }
    }

    private final Worker worker;
    private final Pattern path;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<HttpMethod> methods;

    Forwarded(Worker worker, String path, Set<HttpMethod> methods) {
        this.worker = worker;
        this.path = Pattern.compile(path);
        this.methods = methods;
    }

    Worker worker() {
        return worker;
    }

    String path() {
        return path.pattern();
    }

    Set<HttpMethod> methods() {
        return methods;
    }
}
