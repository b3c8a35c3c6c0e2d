package energy.sem.cli.doctor;

/** Who starts a part again when it has ended, and has its log. */
enum KeptBy {
    SEM_UP("./sem up says why it ended and when it is tried again", ""),
    SYSTEMD("systemd starts it again", "systemctl show -p NRestarts 'sem-*' says how often"),
    PODMAN(
            "it is started again, unless somebody stopped it (podman pod ps)",
            "podman ps --pod says since when each runs"),
    KUBERNETES(
            "it is started again (kubectl -n sem get pods says how it goes)", "kubectl -n sem get pods says how often");

    private final String again;
    private final String restarts;

    KeptBy(String again, String restarts) {
        this.again = again;
        this.restarts = restarts;
    }

    /** Which command tells what was started again; empty where that is written in the data folder. */
    String restarts() {
        return restarts;
    }

    /**
     * What to do about a part that does not answer.
     *
     * @param log where its log is
     */
    String advice(String log) {
        return again + "; its log: " + log;
    }

    /**
     * The command that shows the log of a part; empty where it is a file.
     *
     * @param part its name, such as history
     */
    String logCommand(String part) {
        return switch (this) {
            case SEM_UP -> "";
            case SYSTEMD -> "sudo journalctl -u " + (part.equals("mariadb") ? part : "sem-" + part);
            case PODMAN -> "podman logs sem-" + part;
            case KUBERNETES -> "kubectl -n sem logs -l app=" + part;
        };
    }
}
