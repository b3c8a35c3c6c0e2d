package energy.sem.bill.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.bill.document.DocumentFault;

/** The sets that SEM brings along, as files that can be read, and one's own in their place. */
public final class TariffSets {
    private static final List<String> FILES =
            List.of("belgium.yaml", "flanders.yaml", "wallonia.yaml", "brussels.yaml", "netherlands.yaml");

    /** Those that SEM brings along, by name. */
    public static Map<String, TariffSet> shipped() {
        Map<String, TariffSet> sets = new LinkedHashMap<>();
        for (String file : FILES) {
            try (InputStream stream = TariffSets.class.getResourceAsStream(file)) {
                for (TariffSet each : ContractFile.read(stream.readAllBytes()).sets()) {
                    sets.put(each.name(), each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (DocumentFault e) {
                throw new IllegalStateException(file + ": " + e.getMessage(), e);
            }
        }
        return sets;
    }

    /** The same with others in their place, or beside them. */
    public static Map<String, TariffSet> with(Map<String, TariffSet> sets, List<TariffSet> own) {
        Map<String, TariffSet> all = new LinkedHashMap<>(sets);
        own.forEach(each -> all.put(each.name(), each));
        return all;
    }

    private TariffSets() {}
}
