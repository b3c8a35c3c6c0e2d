package energy.sem.files.made;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import energy.sem.p1.Register;

/**
 * Fluvius' CSV: wall times without a zone, sorted by them, so that October's two hours are interleaved; a row for the register that
 * runs; gas each hour twice, in m³ and kWh.
 */
public final class FluviusFiles {

    /** The headers and words seen from 2024 to 2026. */
    public enum Variant {
        DUTCH_2024(
                "Van datum;Van tijdstip;Tot datum;Tot tijdstip;EAN;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus",
                "dd-MM-yyyy",
                "\n",
                false),
        DUTCH_2025_04(
                "Van Datum;Van Tijdstip;Tot Datum;Tot Tijdstip;EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus;Omschrijving",
                "dd-MM-yyyy",
                "\n",
                false),
        DUTCH_2025_09(
                "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus;Omschrijving",
                "dd-MM-yyyy",
                "\n",
                false),
        ENGLISH_2025(
                "From (date);From (time);Until (date);Until (time);EAN code;Meter;Meter type;Register;Volume;Unit;Validation status;Description",
                "dd/MM/yyyy",
                "\r\n",
                true);

        private final String header;
        private final DateTimeFormatter date;
        private final String lineEnd;
        private final boolean english;

        Variant(String header, String date, String lineEnd, boolean english) {
            this.header = header;
            this.date = DateTimeFormatter.ofPattern(date, Locale.ROOT);
            this.lineEnd = lineEnd;
            this.english = english;
        }

        private boolean isDescribed() {
            return header.endsWith("Omschrijving") || english;
        }

        /** The header of a gas file has one column more, behind the status. */
        private String gasHeader() {
            return header.replaceFirst(
                    "(Validatiestatus|Validation status)",
                    english ? "$1;Caloric upper value" : "$1;Calorische Bovenwaarde");
        }
    }

    /** A serial that nobody has. */
    public static final String METER = "1SEM0000000001";

    /** A gas meter's that nobody has. */
    public static final String GAS_METER = "7SEM0000000001";

    private static final String EAN = "541400000000000000";

    private record Line(LocalDateTime wall, int order, String text) {}

    private FluviusFiles() {}

    /**
     * Quarter hours of electricity.
     *
     * @param isUnknown quarter hours of which the file says {@code Geen verbruik} and no volume
     */
    public static String quarters(Household household, Variant variant, IntPredicate isUnknown) {
        List<Line> lines = new ArrayList<>();
        for (int q = 0; q < household.quarters(); q++) {
            boolean day = household.isDayTariff(q);
            add(
                    lines,
                    household,
                    variant,
                    q,
                    0,
                    day ? Register.IMPORT_T1_WH : Register.IMPORT_T2_WH,
                    isUnknown.test(q));
            add(
                    lines,
                    household,
                    variant,
                    q,
                    1,
                    day ? Register.EXPORT_T1_WH : Register.EXPORT_T2_WH,
                    isUnknown.test(q));
        }
        return file(variant, variant.header, lines);
    }

    private static void add(
            List<Line> lines,
            Household household,
            Variant variant,
            int quarter,
            int order,
            Register register,
            boolean unknown) {
        String volume = unknown ? "" : Household.decimal(household.in(register, quarter), ',');
        lines.add(row(
                household,
                variant,
                household.edge(quarter),
                household.edge(quarter + 1),
                order,
                METER + ";" + (variant.english ? "Digital meter" : "Digitale meter") + ";" + word(variant, register)
                        + ";" + volume + ";kWh;" + status(variant, unknown),
                variant.isDescribed() ? ";" : ""));
    }

    /** Days of electricity, a row for each register. */
    public static String days(Household household, Variant variant) {
        List<Line> lines = new ArrayList<>();
        List<Instant> midnights = household.midnights();
        for (int i = 1; i < midnights.size(); i++) {
            int order = 0;
            for (Register register : List.of(
                    Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH)) {
                long used = household.at(register, midnights.get(i)) - household.at(register, midnights.get(i - 1));
                lines.add(row(
                        household,
                        variant,
                        midnights.get(i - 1),
                        midnights.get(i),
                        order++,
                        METER + ";" + "Digitale meter;" + word(variant, register) + ";" + Household.decimal(used, ',')
                                + ";kWh;" + status(variant, false),
                        variant.isDescribed() ? ";" : ""));
            }
        }
        return file(variant, variant.header, lines);
    }

    /** Hours of gas, each in m³ and in kWh. */
    public static String gasHours(Household household, Variant variant) {
        List<Line> lines = new ArrayList<>();
        List<Instant> hours = household.hours();
        for (int i = 1; i < hours.size(); i++) {
            long litres =
                    household.at(Register.VOLUME_L, hours.get(i)) - household.at(Register.VOLUME_L, hours.get(i - 1));
            String before = GAS_METER + ";Digitale meter;" + (variant.english ? "Offtake" : "Afname") + ";";
            String after = status(variant, false) + (variant.english ? ";Definitive" : ";Definitief");
            String end = variant.isDescribed() ? ";" : "";
            lines.add(row(
                    household,
                    variant,
                    hours.get(i - 1),
                    hours.get(i),
                    i % 2,
                    before + Household.decimal(litres, ',') + ";m³;" + after,
                    end));
            lines.add(row(
                    household,
                    variant,
                    hours.get(i - 1),
                    hours.get(i),
                    1 - i % 2,
                    before + Household.decimal(litres * 11, ',') + ";kWh;" + after,
                    end));
        }
        return file(variant, variant.gasHeader(), lines);
    }

    private static Line row(
            Household household, Variant variant, Instant from, Instant to, int order, String middle, String end) {
        ZonedDateTime begins = from.atZone(household.zone());
        ZonedDateTime ends = to.atZone(household.zone());
        String text = variant.date.format(begins) + ";" + time(begins) + ";" + variant.date.format(ends) + ";"
                + time(ends) + ";=\"" + EAN + "\";" + middle + end;
        return new Line(begins.toLocalDateTime(), order, text);
    }

    private static String time(ZonedDateTime wall) {
        return String.format("%02d:%02d:00", wall.getHour(), wall.getMinute());
    }

    private static String word(Variant variant, Register register) {
        boolean day = register.tariff() == 1;
        if (variant.english) {
            return (register.name().startsWith("IMPORT") ? "Offtake " : "Injection ") + (day ? "Day" : "Night");
        }
        return (register.name().startsWith("IMPORT") ? "Afname " : "Injectie ") + (day ? "Dag" : "Nacht");
    }

    private static String status(Variant variant, boolean unknown) {
        if (variant.english) {
            return unknown ? "No consumption" : "Read";
        }
        return unknown ? "Geen verbruik" : "Uitgelezen";
    }

    private static String file(Variant variant, String header, List<Line> lines) {
        // A stable sort by wall time: October's second 02:00 comes right behind the first.
        lines.sort(Comparator.comparing(Line::wall));
        StringBuilder text = new StringBuilder("\uFEFF").append(header);
        lines.forEach(line -> text.append(variant.lineEnd).append(line.text()));
        return text.append(variant.english ? variant.lineEnd : "").toString();
    }
}
