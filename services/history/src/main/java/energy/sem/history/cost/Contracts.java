package energy.sem.history.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** All contracts of the configuration. */
@ApplicationScoped
public class Contracts {
    private final List<Contract> all;

    /** Those of the settings. */
    @Inject
    public Contracts(ContractSettings settings) {
        this(settings.contracts().entrySet().stream()
                .map(each -> Contract.of(each.getKey(), each.getValue()))
                .toList());
    }

    /** These contracts. */
    public Contracts(List<Contract> all) {
        this.all = all.stream().sorted(Comparator.comparing(Contract::from)).toList();
    }

    /** All, in the order in which they begin. */
    public List<Contract> all() {
        return all;
    }

    /** The contracts for a meter, in the order in which they begin. */
    public List<Contract> of(String meter) {
        return all.stream().filter(each -> each.isFor(meter)).toList();
    }

    /** The contract that holds for a meter on a day. */
    public Optional<Contract> valid(String meter, Utility utility, LocalDate day) {
        return of(meter).stream()
                .filter(each -> each.utility() == utility && !each.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Stops the start when two contracts begin on one day for the same: which one holds would be chance. */
    void check(@Observes StartupEvent start) {
        fault().ifPresent(fault -> {
            throw new ConfigurationException(fault);
        });
    }

    /** What is wrong with the contracts together, as a line; empty when nothing is. */
    Optional<String> fault() {
        Map<List<Object>, Contract> seen = new HashMap<>();
        for (Contract each : all) {
            List<Object> what = new ArrayList<>(List.of(each.utility(), each.from()));
            what.add(each.meter());
            Contract other = seen.put(what, each);
            if (other != null) {
                return Optional.of("settings sem.contracts." + other.name() + " and sem.contracts."
                        + each.name() + ": both begin on " + each.from() + " for the same "
                        + each.utility().word());
            }
        }
        return Optional.empty();
    }
}
