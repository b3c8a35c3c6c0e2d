package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.bill.tariff.Utility;
import energy.sem.quarter.QuarterHours;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A home whose every quarter hour is known, and the prices of its time. */
final class Home implements Usage, Market {
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final int begin;
    private final Map<Lane, long[]> quarters = new EnumMap<>(Lane.class);
    private final Map<Lane, long[]> sums = new EnumMap<>(Lane.class);
    private final Set<Integer> estimated = new HashSet<>();
    private final Map<Integer, BigDecimal> spot = new HashMap<>();
    private final Map<String, MonthValue> indexes = new HashMap<>();
    private final Map<YearMonth, MonthValue> coefficients = new HashMap<>();
    private final TreeMap<YearMonth, Integer> peaks = new TreeMap<>();
    private int elapsed;
    private int end = Integer.MAX_VALUE;

    private Home(int begin, int elapsed) {
        this.begin = begin;
        this.elapsed = elapsed;
    }

    static Home of(String from, String to) {
        return new Home(edge(from), edge(to));
    }

    static int edge(String day) {
        return QuarterHours.of(LocalDate.parse(day).atStartOfDay(BRUSSELS).toInstant());
    }

    /** Wh of quarter hours, one after the other from the first; 0 after the last one given. */
    Home flows(Lane lane, long... wh) {
        long[] all = Arrays.copyOf(wh, elapsed - begin);
        quarters.put(lane, all);
        long[] sum = new long[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            sum[i + 1] = sum[i] + all[i];
        }
        sums.put(lane, sum);
        return this;
    }

    Home spot(String... eurMwh) {
        for (int i = 0; i < eurMwh.length; i++) {
            spot.put(begin + i, new BigDecimal(eurMwh[i]));
        }
        return this;
    }

    Home spot(int quarter, BigDecimal eurMwh) {
        if (eurMwh == null) {
            spot.remove(quarter);
        } else {
            spot.put(quarter, eurMwh);
        }
        return this;
    }

    Home index(String name, String month, String value, boolean provisional) {
        indexes.put(name + month, new MonthValue(new BigDecimal(value), provisional));
        return this;
    }

    Home coefficient(String month, String value) {
        coefficients.put(YearMonth.parse(month), new MonthValue(new BigDecimal(value), false));
        return this;
    }

    /** The billing peak from a month on. */
    Home peak(String month, int watts) {
        peaks.put(YearMonth.parse(month), watts);
        return this;
    }

    Home estimated(int quarter) {
        estimated.add(quarter);
        return this;
    }

    Home elapsed(int edge) {
        elapsed = edge;
        return this;
    }

    @Override
    public Long between(Lane lane, int from, int to) {
        long[] sum = sums.get(lane);
        if (sum == null || to <= begin || from >= end) {
            return null;
        }
        return sum[index(to, sum)] - sum[index(from, sum)];
    }

    private int index(int quarter, long[] sum) {
        return Math.max(0, Math.min(sum.length - 1, quarter - begin));
    }

    /** From a quarter hour on nobody reads it. */
    Home silentFrom(String day) {
        end = edge(day);
        return this;
    }

    @Override
    public List<Unread> unread(Utility utility, int from, int to) {
        List<Unread> unread = new ArrayList<>();
        if (from < Math.min(to, begin)) {
            unread.add(new Unread(from, Math.min(to, begin)));
        }
        if (Math.max(from, end) < to) {
            unread.add(new Unread(Math.max(from, end), to));
        }
        return unread;
    }

    @Override
    public boolean isEstimated(Lane lane, int from, int to) {
        return estimated.contains(from) || estimated.contains(to);
    }

    @Override
    public Integer billingPeakW(YearMonth month) {
        return peaks.floorEntry(month) == null ? null : peaks.floorEntry(month).getValue();
    }

    @Override
    public int begin() {
        return begin;
    }

    @Override
    public int elapsed() {
        return elapsed;
    }

    @Override
    public BigDecimal spot(String area, int quarter) {
        return spot.get(quarter);
    }

    @Override
    public MonthValue index(String name, YearMonth month) {
        return indexes.get(name + month);
    }

    @Override
    public MonthValue gasKwhM3(String name, YearMonth month) {
        return coefficients.get(month);
    }

    /** A correction is an index of its name here. */
    @Override
    public MonthValue gasM3M3(String name, YearMonth month) {
        return indexes.get(name + month);
    }

    /** The billing of this home under contracts in YAML. */
    Billing under(String... contracts) throws DocumentFault {
        return new Billing(tariffs(contracts), this, this, BRUSSELS);
    }

    static List<Tariff> tariffs(String... contracts) throws DocumentFault {
        List<Tariff> tariffs = new ArrayList<>();
        for (String each : contracts) {
            for (Contract contract : ContractFile.read(("contracts: [" + each + "]").getBytes(UTF_8))
                    .contracts()) {
                tariffs.add(Tariff.of(contract, TariffSets.shipped()));
            }
        }
        return tariffs;
    }

    static String contract(String keys, String... components) {
        return "{name: c, from: 2026-01-01, area: BE" + (keys.isEmpty() ? "" : ", " + keys) + ", components: [{"
                + String.join("}, {", components) + "}]}";
    }
}
