package energy.sem.ingest.door;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.Config;

import energy.sem.base.AdminKey;
import energy.sem.base.Problem;

/** Who may write of a meter: the administrator, and its past also whoever has the meter's own key. Thread-safe. */
@ApplicationScoped
public class MeterWriters {
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");
    private static final String AS = " as X-API-Key or as Authorization: Bearer.";
    private static final String OFF = " before sem.admin-key is set, for ingest.";

    /** Nobody has it: where meters have keys, one without answers as they do, and nobody learns which meters there are. */
    private static final String NOBODYS = UUID.randomUUID().toString();

    private static final Pattern KEY = Pattern.compile("sem\\.meters\\.\"?[^.]+\"?\\.api-key");

    private final Config config;
    private final AdminKey administrator;

    MeterWriters(Config config, AdminKey administrator) {
        this.config = config;
        this.administrator = administrator;
    }

    /**
     * Lets in who may import a past of this meter.
     *
     * @throws Problem 400, 401, 403, 404 or 429 unless the request has the administrator's key or the meter's own
     */
    public void requireImporter(String meter, HttpServerRequest request) {
        requireName(meter);
        List<String> own = config
                .getOptionalValue("sem.meters." + meter + ".api-key", String.class)
                .or(() -> haveKeys() ? Optional.of(NOBODYS) : Optional.empty())
                .stream()
                .toList();
        String unused = administrator.require(
                request,
                own,
                "Nothing can be imported here" + OFF,
                "Importing needs a key: send sem.admin-key, or the meter's own," + AS);
    }

    /**
     * Lets in who may set up contracts of this meter.
     *
     * @throws Problem 400, 401, 403, 404 or 429 unless the request has the administrator's key
     */
    public void requireAdministrator(String meter, HttpServerRequest request) {
        requireName(meter);
        String unused = administrator.require(
                request,
                "No contract can be set up here" + OFF,
                "Setting up a contract needs a key: send sem.admin-key" + AS);
    }

    private boolean haveKeys() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .anyMatch(name -> KEY.matcher(name).matches());
    }

    private static void requireName(String meter) {
        if (!METER.matcher(meter).matches()) {
            throw Problem.badRequest("A meter's name is 1 to 32 lower-case letters and digits.");
        }
    }
}
