package energy.sem.cli.meter;

import java.util.List;
import java.util.Optional;

import energy.sem.source.Credentials;
import energy.sem.source.Source;
import energy.sem.source.SourceKind;
import energy.sem.source.Sources;

/** Every kind of source that {@code ./sem up} takes: those that the gateway reads, and the simulated household. */
public final class MeterSources {
    private static final Sources KNOWN = Sources.found().and(new SimulatedKind());

    /** How sources are written, of all kinds. */
    public static List<SourceKind.Form> forms() {
        return KNOWN.forms();
    }

    /**
     * The source; empty where nothing is read.
     *
     * @throws IllegalArgumentException with a line for people when it is none
     */
    static Optional<Source> parse(String source) {
        return KNOWN.parse(source, Credentials.NONE);
    }

    /** The kinds, for who looks for meters. */
    public static Sources known() {
        return KNOWN;
    }

    private static final class SimulatedKind implements SourceKind {
        @Override
        public String scheme() {
            return "simulated";
        }

        @Override
        public List<Form> forms() {
            return List.of(new Form("simulated?seed=1&history=P13M", "an invented household; with ./sem up only"));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            if (Simulation.parse(url).isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + url + "\" is not of the form " + forms().get(0).text());
            }
            return Optional.empty();
        }
    }

    private MeterSources() {}
}
