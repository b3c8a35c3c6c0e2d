package energy.sem.cli.past;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.folder.AdminKey;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.KeyFile;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.folder.RunningUp;
import energy.sem.cli.process.Service;

/**
 * Which running SEM a command talks to, and with which settings: a {@code ./sem up}, the package, or a pod or cluster whose
 * settings the environment has.
 *
 * @param data the data folder that was named, or null
 * @param url the address that was named, or null
 */
public record WhichSem(Path data, URI url) {
    private static final String KEY = "SEM_ADMIN_KEY";

    /**
     * The settings: those of the environment, and below them those of the package's files.
     *
     * @param given whether a key is given: whoever brings one need not be allowed to read the package's files
     */
    Map<String, String> settings(Map<String, String> environment, boolean given) {
        if (data != null || !InstalledSem.isThere()) {
            return environment;
        }
        try {
            return new InstallationOptions().settings(environment);
        } catch (StartFailure notOurs) {
            if (given) {
                return environment;
            }
            throw notOurs;
        }
    }

    /** The settings for whoever brings the administrator's key, or has it in the environment. */
    public Map<String, String> settingsForAdministrator(Map<String, String> environment, Path keyFile) {
        return settings(
                environment,
                keyFile != null || !environment.getOrDefault(KEY, "").isBlank());
    }

    /** The administrator's key: that of the file, of the settings, or of the {@code ./sem up}. */
    public Optional<String> adminKey(Map<String, String> settings, Path keyFile) {
        return keyFile != null
                ? Optional.of(keyIn(keyFile))
                : Optional.ofNullable(settings.get(KEY))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .or(() -> folder().flatMap(AdminKey::read));
    }

    /** The key in a file; a {@link StartFailure} when it cannot be read. */
    static String keyIn(Path keyFile) {
        try {
            return KeyFile.read(keyFile);
        } catch (IOException e) {
            throw new StartFailure(
                    "the key's file " + keyFile + " cannot be read: is it there, yours, and the key its first line?",
                    e);
        }
    }

    /**
     * Where a service answers.
     *
     * @param setting that says it for a pod or a cluster
     * @throws StartFailure when no SEM is found
     */
    public URI address(Map<String, String> settings, String setting, Service service) {
        return Optional.ofNullable(url)
                .or(() -> data != null
                        ? Optional.empty()
                        : Optional.ofNullable(settings.get(setting)).map(URI::create))
                .or(() -> folder().map(each ->
                        URI.create("http://127.0.0.1:" + PortsFile.read(each).of(service))))
                .orElseThrow(() -> new StartFailure(
                        RunningUp.isNotHere() + ", or the address of " + service.title() + " with --url."));
    }

    private Optional<Path> folder() {
        if (data != null) {
            return Optional.of(data.toAbsolutePath().normalize());
        }
        if (InstalledSem.isThere()) {
            return Optional.of(InstalledSem.FOLDER);
        }
        return RunningUp.folder();
    }
}
