package energy.sem.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** As whom one connects. What it prints as does not have the password. Immutable. */
public final class Credentials {
    private final String user;
    private final String password;

    /**
     * @param user the name
     * @param password empty for none
     */
    public Credentials(String user, String password) {
        this.user = Objects.requireNonNull(user);
        this.password = Objects.requireNonNull(password);
    }

    /** The name. */
    public String user() {
        return user;
    }

    byte[] passwordBytes() {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    boolean hasPassword() {
        return !password.isEmpty();
    }

    @Override
    public String toString() {
        return user + (hasPassword() ? " with a password" : " without a password");
    }
}
