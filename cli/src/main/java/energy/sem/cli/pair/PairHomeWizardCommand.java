package energy.sem.cli.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.StartFailure;
import energy.sem.cli.help.CommandName;
import energy.sem.source.homewizard.Pairing;

/** {@code ./sem pair homewizard HOST}. */
@Command(
        name = "homewizard",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gets the token of a HomeWizard P1 meter's API v2: asks until you press its button.",
            "./sem pair homewizard 192.168.1.8",
            "./sem up --meter home=homewizard://192.168.1.8"
        })
public final class PairHomeWizardCommand implements Callable<Integer> {
    @Parameters(paramLabel = "HOST", description = "Its name or address; ./sem meters find shows it.")
    private String host;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "The certificate of HomeWizard's CA (PEM), from its documentation: then what that CA signed is"
                            + " believed. Default: the key that the device shows now, and no other from then on.")
    private Path ca;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Keeps the token in that file, which only its owner reads. Default: in the data folder, where"
                    + " ./sem up finds it.")
    private Path to;

    @Option(names = "--print", description = "Keeps nothing and prints the setting, with the token in it.")
    private boolean print;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to ask. Default: 60.")
    private int waitSeconds = 60;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: .sem/data.")
    private Path data;

    @Override
    public Integer call() throws InterruptedException {
        if (waitSeconds < 2 || waitSeconds > 3600) {
            throw new StartFailure("--wait " + waitSeconds + ": 2 to 3600 seconds, please.");
        }
        Pairing pairing = pairing();
        ButtonPress press = new ButtonPress(pairing::ask, time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
        String token = press.await(
                Duration.ofSeconds(waitSeconds),
                patience -> System.err.println("This is " + pairing.device().orElse(host)
                        + ". Press its button now (asking for " + patience.toSeconds() + " seconds) …"));
        System.err.println("Paired with " + pairing.device().orElse(host)
                + (ca == null ? ". The key that it showed is believed from now on, and no other." : "."));
        keep(token);
        return 0;
    }

    private Pairing pairing() {
        try {
            return Pairing.with(host, Optional.ofNullable(ca));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(e.getMessage() + ".", e);
        }
    }

    private void keep(String token) {
        // An installed SEM's parts have users of their own, who may not read what this one keeps.
        boolean installed = !"./sem".equals(System.getProperty("sem.command", "./sem"));
        if (print || (installed && to == null && data == null)) {
            System.err.println("For a meter with the name home; its settings are no place for other eyes:");
            System.out.println("SEM_METERS_HOME_SOURCE=homewizard://" + host);
            System.out.println("SEM_METERS_HOME_TOKEN=\"" + token.replace('\n', ' ') + "\"");
            return;
        }
        Path file = to != null ? to : KeptToken.place(folder(), host);
        KeptToken.write(file, token);
        System.err.println("The token is in " + file + ".");
        if (to == null) {
            System.out.println(CommandName.in("./sem up --meter home=homewizard://" + host));
        } else {
            System.out.println("SEM_METERS_HOME_SOURCE=homewizard://" + host);
            System.out.println("SEM_METERS_HOME_TOKEN=@" + file.toAbsolutePath().normalize());
        }
    }

    private Path folder() {
        return data != null
                ? data
                : Path.of(System.getProperty("sem.checkout", ""))
                        .toAbsolutePath()
                        .resolve(".sem")
                        .resolve("data");
    }
}
