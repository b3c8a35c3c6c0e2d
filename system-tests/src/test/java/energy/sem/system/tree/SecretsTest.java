package energy.sem.system.tree;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No file of the repository holds a secret, nor one that looks like one without being marked as invented for a test. */
class SecretsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("sem.checkout", ".."));

    private static final Map<String, Pattern> KINDS = Map.of(
            "a private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
            "a key of a cloud", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a token of a code host", Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20})\\b"),
            "a signed token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}"),
            "an address with a password",
                    Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^/\\s:@\"']+:[^/\\s:@\"'$<{%]{6,}@[a-z0-9]"),
            "a password in settings",
                    Pattern.compile(
                            "(?im)^[A-Z0-9_.-]*(?:password|secret|api[_-]?key)[ \t]*[=:][ \t]*(?!\\$|<|none|null|true|false)[A-Za-z0-9/+]{20,}[ \t]*$"));

    @Test
    void no_file_of_the_repository_holds_one() throws Exception {
        List<String> files = files();
        Assumptions.assumeFalse(
                files.isEmpty(), "this is no git checkout: which files are the repository's is not known");
        List<String> found = new ArrayList<>();
        for (String file : files) {
            find(text(CHECKOUT.resolve(file))).forEach(what -> found.add(file + " holds " + what));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN " + "RSA PRIVATE KEY-----",
                "aws = AKIA" + "ABCDEFGHIJKLMNOP",
                "token: ghp_" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
                "jdbc:mariadb" + "://sem:correcthorse@db",
                "MARIADB_ROOT_PASSWORD=" + "abcdefghijklmnopqrstuvwx",
            })
    void each_kind_is_found(String line) {
        assertThat(find(line)).hasSize(1);
    }

    private static List<String> find(String text) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(kind -> kind.getKey() + " (" + lineOf(kind.getValue(), text) + ")")
                .toList();
    }

    private static String lineOf(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? "line " + (text.substring(0, matcher.start()).lines().count() + 1)
                : "";
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static List<String> files() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "-C", CHECKOUT.toString(), "ls-files").start();
        List<String> files = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        return git.waitFor() == 0 ? files : List.of();
    }
}
