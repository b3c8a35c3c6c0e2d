package energy.sem.bridge.alarm.rule;

import java.util.List;

/** Every rule, what mutes first: as the bridge finds them. */
public final class AllRules {
    private AllRules() {}

    public static List<AlarmRule> inOrder() {
        return List.of(
                new NoData(),
                new MeterTrouble(),
                new BadData(),
                new PeakAhead(),
                new NewPeak(),
                new WaterLeak(),
                new GasAtNight(),
                new BaseLoad(),
                new PhaseOverload(),
                new PowerFailure(),
                new NoSun(),
                new BackupStale(),
                new DiskFull(),
                new Storing(),
                new DoctorFinding(),
                new TariffSwitch(),
                new NegativePrice(),
                new Surplus());
    }
}
