package energy.sem.local.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code infra/mariadb/users.sql} with the passwords filled in: schemas, users and rights, to run as administrator. */
public final class UserScript {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)_PASSWORD}");

    private UserScript() {}

    /**
     * The script.
     *
     * @param passwords the password of each user, letters and digits only
     * @throws IllegalArgumentException when a password has another character, which could end its quotes
     */
    public static String with(Function<DatabaseUser, String> passwords) {
        return PLACEHOLDER.matcher(template()).replaceAll(found -> {
            DatabaseUser user = DatabaseUser.named(found.group(1).toLowerCase(Locale.ROOT));
            String password = passwords.apply(user);
            if (!password.matches("[A-Za-z0-9]+")) {
                throw new IllegalArgumentException(
                        "the password of " + user.userName() + " must be letters and digits");
            }
            return Matcher.quoteReplacement(password);
        });
    }

    private static String template() {
        try (InputStream in = UserScript.class.getResourceAsStream("users.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
