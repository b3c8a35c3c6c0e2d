package energy.sem.display.serve;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import energy.sem.display.cache.PictureService;

/**
 * Ready as soon as history was asked once. Not whether it answered: without history there are still pictures to show, and
 * taking the service away would leave the display with none.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {
    private final PictureService pictures;

    ReadyCheck(PictureService pictures) {
        this.pictures = pictures;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("pictures")
                .status(pictures.isOpen())
                .withData("historyAnswers", pictures.known().failingSince().isEmpty())
                .build();
    }
}
