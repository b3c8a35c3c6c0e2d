package energy.sem.files.made;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of each format that says itself what it counts, of one household. */
public final class AllFiles {

    private AllFiles() {}

    /** The contents by a name for people. */
    public static Map<String, byte[]> of(Household household, Path folder) throws IOException, SQLException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (FluviusFiles.Variant variant : FluviusFiles.Variant.values()) {
            files.put(
                    "Fluvius quarters " + variant, bytes(FluviusFiles.quarters(household, variant, q -> q % 30 == 4)));
            files.put("Fluvius gas " + variant, bytes(FluviusFiles.gasHours(household, variant)));
        }
        files.put("Fluvius days", bytes(FluviusFiles.days(household, FluviusFiles.Variant.DUTCH_2025_09)));
        files.put("SEM's export", SemExportFiles.zip(household));
        files.put("DSMR-reader's backup", bytes(DsmrReaderFiles.backup(household, true)));
        files.put("DSMR-reader's statistics", bytes(DsmrReaderFiles.statisticsOnly(household)));
        files.put("DSMR-reader's hours", bytes(DsmrReaderFiles.hoursCsv(household, "Uur,E,E,E,E,Gas")));
        files.put("DSMR-reader's days", bytes(DsmrReaderFiles.daysCsv(household, true)));
        files.put("the original SEM's dump", bytes(FluviusMeterFiles.dump(household, "timestamp", ZoneOffset.UTC)));
        files.put("Home Assistant's dump", bytes(HomeAssistantFiles.dump(household)));
        files.put("Home Assistant's statistics", bytes(HomeAssistantFiles.csv(household, ',', household.zone())));
        files.put("Home Assistant's history", bytes(HomeAssistantFiles.history(household)));
        files.put(
                "Home Assistant's database",
                Files.readAllBytes(HomeAssistantFiles.database(household, folder.resolve("made-ha.db"))));
        files.put("P1 Monitor's export", P1MonitorFiles.export(household, 0));
        files.put(
                "P1 Monitor's database",
                Files.readAllBytes(P1MonitorFiles.database(household, folder.resolve("made-p1.db"))));
        files.put("HomeWizard's electricity", bytes(HomeWizardFiles.electricity(household)));
        files.put("HomeWizard's gas", bytes(HomeWizardFiles.gas(household)));
        files.put(
                "Domoticz' database",
                Files.readAllBytes(DomoticzFiles.database(household, folder.resolve("made-domoticz.db"), 1)));
        files.put("Greenchoice's readings", bytes(SupplierFiles.greenchoice(household)));
        files.put("ENGIE's hours", bytes(SupplierFiles.engie(household)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
