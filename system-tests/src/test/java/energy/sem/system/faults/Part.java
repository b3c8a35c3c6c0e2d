package energy.sem.system.faults;

import java.util.Optional;

import energy.sem.cli.process.Service;

/** A process of the chain. */
enum Part {
    KAFKA("Kafka", null),
    MARIADB("MariaDB", null),
    GATEWAY("meter-gateway", Service.GATEWAY),
    INGEST("ingest", Service.INGEST),
    HISTORY("history", Service.HISTORY),
    DISPLAY("display-feed", Service.DISPLAY);

    private final String title;
    private final Service service;

    Part(String title, Service service) {
        this.title = title;
        this.service = service;
    }

    /** As messages call it. */
    String title() {
        return title;
    }

    /** Which of SEM's own services it is; empty for Kafka and MariaDB. */
    Optional<Service> service() {
        return Optional.ofNullable(service);
    }
}
