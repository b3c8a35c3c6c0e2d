package energy.sem.display.serve;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import energy.sem.display.shelf.Desk;

/**
 * Ready as soon as history was asked once. Not whether it answered: without history there are still pictures to show, and
 * taking the service away would leave the display with none.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {
    private final Desk desk;

    ReadyCheck(Desk desk) {
        this.desk = desk;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("pictures")
                .status(desk.isOpen())
                .withData("historyAnswers", desk.known().failingSince().isEmpty())
                .build();
    }
}
