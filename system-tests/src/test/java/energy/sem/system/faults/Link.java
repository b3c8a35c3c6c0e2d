package energy.sem.system.faults;

/** Two ends that talk over a {@link Wire}. */
enum Link {
    METERS_GATEWAY("who pushes and the gateway", null, "meters: push1: telegrams stopped .*"),
    GATEWAY_KAFKA(
            "the gateway and Kafka",
            Part.KAFKA,
            "backlog: [0-9]+ telegrams wait on the gateway's disk, since Kafka does not take them"),
    INGEST_KAFKA(
            "ingest and Kafka",
            Part.KAFKA,
            "services: ingest runs and is not ready: storing .*kafka: has not answered since .*"),
    HISTORY_KAFKA("history and Kafka", Part.KAFKA, "live: push1: history has heard of no telegram since .*"),
    INGEST_MARIADB("ingest and MariaDB", Part.MARIADB, "services: ingest runs and is not ready: .*[Dd]atabase.*"),
    HISTORY_MARIADB("history and MariaDB", Part.MARIADB, "services: history runs and is not ready: .*[Dd]atabase.*"),
    DISPLAY_HISTORY(
            "display-feed and history", Part.HISTORY, "display: displays get a picture that says \"(stale|error)\"");

    private final String ends;
    private final Part server;
    private final String diagnosis;

    Link(String ends, Part server, String diagnosis) {
        this.ends = ends;
        this.server = server;
        this.diagnosis = diagnosis;
    }

    /** In words. */
    String ends() {
        return ends;
    }

    /** What {@code ./sem doctor} says while nothing passes, as a pattern. */
    String diagnosis() {
        return diagnosis;
    }

    /** Whether Kafka is at the far end: its clients come back to where it tells them. */
    boolean isToKafka() {
        return server == Part.KAFKA;
    }
}
