package energy.sem.cli.registry;

import java.nio.charset.Charset;
import java.util.Scanner;

import energy.sem.cli.StartFailure;

/** Asks before something is gone. Stateless. */
final class Asked {
    private Asked() {}

    /**
     * Goes on when somebody types yes.
     *
     * @param already whether yes was said on the command line
     * @throws StartFailure when nobody is there, or it is not yes
     */
    static void yes(boolean already, String question) {
        if (already) {
            return;
        }
        if (!Boolean.getBoolean("sem.terminal")) {
            throw new StartFailure("nobody is there to ask: --yes does it. Nothing was changed.");
        }
        System.out.print(question);
        System.out.flush();
        Scanner typed = new Scanner(System.in, Charset.defaultCharset());
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals("yes")) {
            throw new StartFailure("nothing was changed.");
        }
    }
}
