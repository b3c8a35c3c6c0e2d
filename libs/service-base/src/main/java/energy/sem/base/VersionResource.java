package energy.sem.base;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which SEM answers: in every service, without a key, and no more than this. */
@Path(VersionResource.PATH)
@Singleton
@Tag(name = "version")
public class VersionResource {
    /** Open to everyone, also where reading needs a key. */
    public static final String PATH = "/api/v1/version";

    private final Version version = Version.ofThisBuild();

    /** The version. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(
            operationId = "version",
            summary = "The version of SEM, its commit and that commit's time",
            description = "Needs no key.")
    @APIResponse(responseCode = "200", description = "the version")
    public Version version() {
        return version;
    }
}
