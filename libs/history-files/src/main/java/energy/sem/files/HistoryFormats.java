package energy.sem.files;

import java.util.List;
import java.util.Optional;

import energy.sem.files.domoticz.DomoticzDatabase;
import energy.sem.files.dsmrreader.DsmrReaderCsv;
import energy.sem.files.dsmrreader.DsmrReaderDump;
import energy.sem.files.emoncms.PhpFina;
import energy.sem.files.fluvius.FluviusCsv;
import energy.sem.files.homeassistant.HistoryCsv;
import energy.sem.files.homeassistant.StatisticsCsv;
import energy.sem.files.homeassistant.StatisticsDatabase;
import energy.sem.files.homeassistant.StatisticsDump;
import energy.sem.files.homewizard.HomeWizardCsv;
import energy.sem.files.originalsem.FluviusMeterDump;
import energy.sem.files.p1monitor.P1MonitorDatabase;
import energy.sem.files.p1monitor.P1MonitorExport;
import energy.sem.files.semexport.SemExport;
import energy.sem.files.supplier.EngieCsv;
import energy.sem.files.supplier.GreenchoiceCsv;
import energy.sem.files.supplier.LianderCsv;

/** All formats that SEM reads, in the order in which they are asked. */
public final class HistoryFormats {
    private static final List<HistoryFormat> ALL = List.of(
            new SemExport(),
            new FluviusCsv(),
            new DsmrReaderDump(),
            new DsmrReaderCsv(),
            new FluviusMeterDump(),
            new StatisticsDatabase(),
            new StatisticsDump(),
            new StatisticsCsv(),
            new HistoryCsv(),
            new P1MonitorExport(),
            new P1MonitorDatabase(),
            new HomeWizardCsv(),
            new DomoticzDatabase(),
            new PhpFina(),
            new GreenchoiceCsv(),
            new LianderCsv(),
            new EngieCsv());

    private HistoryFormats() {}

    /** All of them. */
    public static List<HistoryFormat> all() {
        return ALL;
    }

    /** The format of a file that begins like this. */
    public static Optional<HistoryFormat> find(FileBeginning beginning) {
        return ALL.stream().filter(format -> format.recognises(beginning)).findFirst();
    }
}
