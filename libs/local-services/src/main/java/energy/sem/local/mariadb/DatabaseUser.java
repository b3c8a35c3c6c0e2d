package energy.sem.local.mariadb;

/** The users of the database. What each may do is said in {@code infra/mariadb/users.sql}. */
public enum DatabaseUser {
    /** The administrator, for tests and setup only. */
    ROOT("root"),
    /** Owns the tables, views and procedures. */
    MIGRATE("sem_migrate"),
    /** Reads and writes rows, deletes none. */
    INGEST("sem_ingest"),
    /** Reads the tables. */
    HISTORY("sem_history"),
    /** Reads the views of {@code sem_views} only. */
    GRAFANA("sem_grafana");

    private final String userName;

    DatabaseUser(String userName) {
        this.userName = userName;
    }

    /** The name to log in with. */
    public String userName() {
        return userName;
    }

    /**
     * The user with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DatabaseUser named(String userName) {
        for (DatabaseUser user : values()) {
            if (user.userName.equals(userName)) {
                return user;
            }
        }
        throw new IllegalArgumentException("no database user is called " + userName);
    }
}
