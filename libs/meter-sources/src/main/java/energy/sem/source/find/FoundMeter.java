package energy.sem.source.find;

import java.util.List;
import java.util.Optional;

import energy.sem.source.Announced;
import energy.sem.source.Sources;
import energy.sem.source.Suggestion;

/**
 * A device that was found in the network, in texts without signs that control a terminal: what devices say of themselves may be
 * anything.
 *
 * @param name that it says
 * @param address of it
 * @param what it is, in words
 * @param source to give a meter; empty where something has to be known first
 * @param first what has to be done or known before; empty where nothing
 */
public record FoundMeter(String name, String address, String what, Optional<String> source, Optional<String> first) {
    private static final String UNPRINTABLE = "\\p{C}";

    /** Those devices that some kind of source knows, with what each may do. */
    public static List<FoundMeter> of(List<Announced> announced, Sources sources) {
        return announced.stream()
                .flatMap(device -> sources.suggest(device).stream().map(each -> of(device, each)))
                .toList();
    }

    private static FoundMeter of(Announced device, Suggestion suggestion) {
        return new FoundMeter(
                printable(device.name()),
                printable(device.address()),
                printable(suggestion.what()),
                suggestion.source().map(FoundMeter::printable),
                suggestion.first().map(FoundMeter::printable));
    }

    private static String printable(String text) {
        return text.replaceAll(UNPRINTABLE, "?");
    }
}
