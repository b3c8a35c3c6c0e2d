package energy.sem.p1;

import java.util.List;

/**
 * Puts a {@link Telegram} together; each method sets the component of the same name. Lists are copied when built. Not
 * thread-safe.
 */
public final class TelegramBuilder {

    private String identification = "";
    private String version;
    private Dialect dialect = Dialect.OTHER;
    private String serial;
    private String ean;
    private P1Time at;
    private RegisterValues registers = RegisterValues.NONE;
    private Integer tariff;
    private Integer importW;
    private Integer exportW;
    private List<Phase> phases = List.of();
    private Integer demandW;
    private Peak runningPeak;
    private List<MonthPeak> monthPeaks = List.of();
    private List<MbusDevice> devices = List.of();
    private Connection connection = Connection.NONE;
    private String message;
    private String messageCode;
    private PowerQuality quality = PowerQuality.NONE;
    private List<UnknownObject> others = List.of();
    private CrcState crc = CrcState.VALID;
    private boolean repaired;
    private List<String> warnings = List.of();

    TelegramBuilder() {}

    TelegramBuilder(Telegram from) {
        identification = from.identification();
        version = from.version();
        dialect = from.dialect();
        serial = from.serial();
        ean = from.ean();
        at = from.at();
        registers = from.registers();
        tariff = from.tariff();
        importW = from.importW();
        exportW = from.exportW();
        phases = from.phases();
        demandW = from.demandW();
        runningPeak = from.runningPeak();
        monthPeaks = from.monthPeaks();
        devices = from.devices();
        connection = from.connection();
        message = from.message();
        messageCode = from.messageCode();
        quality = from.quality();
        others = from.others();
        crc = from.crc();
        repaired = from.repaired();
        warnings = from.warnings();
    }

    public TelegramBuilder identification(String identification) {
        this.identification = identification;
        return this;
    }

    public TelegramBuilder version(String version) {
        this.version = version;
        return this;
    }

    public TelegramBuilder dialect(Dialect dialect) {
        this.dialect = dialect;
        return this;
    }

    public TelegramBuilder serial(String serial) {
        this.serial = serial;
        return this;
    }

    public TelegramBuilder ean(String ean) {
        this.ean = ean;
        return this;
    }

    public TelegramBuilder at(P1Time at) {
        this.at = at;
        return this;
    }

    public TelegramBuilder registers(RegisterValues registers) {
        this.registers = registers;
        return this;
    }

    public TelegramBuilder tariff(Integer tariff) {
        this.tariff = tariff;
        return this;
    }

    public TelegramBuilder importW(Integer importW) {
        this.importW = importW;
        return this;
    }

    public TelegramBuilder exportW(Integer exportW) {
        this.exportW = exportW;
        return this;
    }

    public TelegramBuilder phases(List<Phase> phases) {
        this.phases = phases;
        return this;
    }

    public TelegramBuilder demandW(Integer demandW) {
        this.demandW = demandW;
        return this;
    }

    public TelegramBuilder runningPeak(Peak runningPeak) {
        this.runningPeak = runningPeak;
        return this;
    }

    public TelegramBuilder monthPeaks(List<MonthPeak> monthPeaks) {
        this.monthPeaks = monthPeaks;
        return this;
    }

    public TelegramBuilder devices(List<MbusDevice> devices) {
        this.devices = devices;
        return this;
    }

    public TelegramBuilder connection(Connection connection) {
        this.connection = connection;
        return this;
    }

    public TelegramBuilder message(String message) {
        this.message = message;
        return this;
    }

    public TelegramBuilder messageCode(String messageCode) {
        this.messageCode = messageCode;
        return this;
    }

    public TelegramBuilder quality(PowerQuality quality) {
        this.quality = quality;
        return this;
    }

    public TelegramBuilder others(List<UnknownObject> others) {
        this.others = others;
        return this;
    }

    public TelegramBuilder crc(CrcState crc) {
        this.crc = crc;
        return this;
    }

    public TelegramBuilder repaired(boolean repaired) {
        this.repaired = repaired;
        return this;
    }

    public TelegramBuilder warnings(List<String> warnings) {
        this.warnings = warnings;
        return this;
    }

    /** The telegram as set so far. */
    public Telegram build() {
        return new Telegram(
                identification,
                version,
                dialect,
                serial,
                ean,
                at,
                registers,
                tariff,
                importW,
                exportW,
                phases,
                demandW,
                runningPeak,
                monthPeaks,
                devices,
                connection,
                message,
                messageCode,
                quality,
                others,
                crc,
                repaired,
                warnings);
    }
}
