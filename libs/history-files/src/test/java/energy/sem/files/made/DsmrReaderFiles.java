package energy.sem.files.made;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import energy.sem.files.RegisterAt;
import energy.sem.files.Trust;
import energy.sem.p1.Register;

/**
 * DSMR-reader's tables as pg_dump writes them, and its CSV: two readings an hour (the first and the last), gas of the hour before, sums
 * of each hour between those two, so that the step from hour to hour is lost.
 */
public final class DsmrReaderFiles {
    private static final DateTimeFormatter PG = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final List<Register> REGISTERS =
            List.of(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH);

    private DsmrReaderFiles() {}

    /**
     * The backup.
     *
     * @param shuffled whether the rows lie as a database that reuses pages has them
     */
    public static String backup(Household household, boolean shuffled) {
        List<String> readings = new ArrayList<>();
        List<String> gas = new ArrayList<>();
        List<Instant> hours = household.hours();
        for (int h = 0; h + 1 < hours.size(); h++) {
            for (Instant at : List.of(hours.get(h).plusSeconds(3), hours.get(h).plusSeconds(3_597))) {
                readings.add(readings.size() + 1 + "\t" + pg(at) + values(household, at) + "\t0.123\t0.000\t"
                        + pg(hours.get(h)) + "\t" + kwh(household.at(Register.VOLUME_L, hours.get(h)))
                        + "\t230.1\t\\N");
            }
            gas.add(gas.size() + 1 + "\t" + pg(hours.get(h)) + "\t" + kwh(household.at(Register.VOLUME_L, hours.get(h)))
                    + "\t0.000");
        }
        if (shuffled) {
            java.util.Collections.shuffle(readings, new Random(1));
        }
        return head()
                + table(
                        "auth_user",
                        "id, name, note",
                        List.of("1\tadmin\tit's \\\\ a \\t note; COPY x (y) FROM stdin;"))
                + table(
                        "dsmr_consumption_electricityconsumption",
                        "id, read_at, delivered_1, returned_1, delivered_2, returned_2",
                        List.of("1\t" + pg(hours.get(0)) + "\t1.000\t1.000\t1.000\t1.000"))
                + table("dsmr_consumption_gasconsumption", "id, read_at, delivered, currently_delivered", gas)
                + table(
                        "dsmr_datalogger_dsmrreading",
                        "id, \"timestamp\", electricity_delivered_1, electricity_delivered_2, electricity_returned_1, electricity_returned_2,"
                                + " electricity_currently_delivered, electricity_currently_returned, extra_device_timestamp,"
                                + " extra_device_delivered, phase_voltage_l1, phase_voltage_l2",
                        readings)
                + statistics(household)
                + "--\n-- PostgreSQL database dump complete\n--\n\n";
    }

    /** The partial backup and what is left of times before readings were kept: statistics only. */
    public static String statisticsOnly(Household household) {
        return head() + statistics(household) + "--\n-- PostgreSQL database dump complete\n--\n\n";
    }

    /** When a reading was taken: that of a day without a time is a moment younger than the day's beginning, for which it is told. */
    public static Instant taken(RegisterAt told) {
        return told.trust() == Trust.ESTIMATED ? told.at().plusSeconds(3) : told.at();
    }

    private static String statistics(Household household) {
        List<String> days = new ArrayList<>();
        List<Instant> midnights = household.midnights();
        for (int d = 0; d + 1 < midnights.size(); d++) {
            Instant first = midnights.get(d).plusSeconds(3);
            LocalDate day = midnights.get(d).atZone(household.zone()).toLocalDate();
            boolean stamped = d % 2 == 0;
            days.add(d + 1 + "\t" + day + used(household, midnights.get(d), midnights.get(d + 1)) + "\t"
                    + gas(household, midnights.get(d), midnights.get(d + 1))
                    + "\t1.23" + values(household, first) + "\t" + kwh(household.at(Register.VOLUME_L, first)) + "\t"
                    + (stamped ? pg(first) : "\\N") + "\t" + (stamped ? pg(midnights.get(d)) : "\\N"));
        }
        List<String> hours = new ArrayList<>();
        List<Instant> edges = household.hours();
        for (int h = 0; h + 1 < edges.size(); h++) {
            hours.add(h + 1 + "\t" + pg(edges.get(h))
                    + used(
                            household,
                            edges.get(h).plusSeconds(3),
                            edges.get(h + 1).minusSeconds(3)) + "\t"
                    + gas(household, edges.get(h), edges.get(h + 1)));
        }
        return table(
                        "dsmr_stats_daystatistics",
                        "id, day, electricity1, electricity2, electricity1_returned, electricity2_returned, gas, total_cost,"
                                + " electricity1_reading, electricity2_reading, electricity1_returned_reading, electricity2_returned_reading,"
                                + " gas_reading, electricity_reading_timestamp, gas_reading_timestamp",
                        days)
                + table(
                        "dsmr_stats_hourstatistics",
                        "id, hour_start, electricity1, electricity2, electricity1_returned, electricity2_returned, gas",
                        hours);
    }

    /** The export of hours, with a translated header. */
    public static String hoursCsv(Household household, String header) {
        StringBuilder text = new StringBuilder(header).append("\r\n");
        List<Instant> edges = household.hours();
        for (int h = 0; h + 1 < edges.size(); h++) {
            text.append(iso(edges.get(h), household.zone()))
                    .append(used(
                                    household,
                                    edges.get(h).plusSeconds(3),
                                    edges.get(h + 1).minusSeconds(3))
                            .replace('\t', ','))
                    .append(',')
                    .append(gas(household, edges.get(h), edges.get(h + 1)))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** The export of days: eighteen columns, two of which share a name with two others. */
    public static String daysCsv(Household household, boolean dutch) {
        StringBuilder text = new StringBuilder(
                dutch
                        ? "Datum,Elektriciteit 1,Elektriciteit 2,Elektriciteit 1 Retour,Elektriciteit 2 Retour,Gas,P1,P2,P3,P4,P5,Tijd,Stand 1,Stand 2,Stand 1,Stand 2,Tijd,Stand"
                        : "Day,Electricity 1,Electricity 2,Electricity 1 Returned,Electricity 2 Returned,Gas,C1,C2,C3,C4,Total Cost,Timestamp,Electricity 1 Reading,Electricity 2 Reading,Electricity 1 Reading,Electricity 2 Reading,Timestamp,Gas Reading");
        text.append("\r\n");
        List<Instant> midnights = household.midnights();
        for (int d = 0; d + 1 < midnights.size(); d++) {
            LocalDate day = midnights.get(d).atZone(household.zone()).toLocalDate();
            Instant first = midnights.get(d).plusSeconds(3);
            text.append(
                            dutch
                                    ? DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT)
                                            .format(day)
                                    : day.toString())
                    .append(used(household, midnights.get(d), midnights.get(d + 1))
                            .replace('\t', ','))
                    .append(',')
                    .append(gas(household, midnights.get(d), midnights.get(d + 1)))
                    .append(",1,2,3,4,5,")
                    .append(d % 2 == 0 ? iso(first, household.zone()) : "")
                    .append(values(household, first).replace('\t', ','))
                    .append(',')
                    .append(d % 2 == 0 ? iso(midnights.get(d), household.zone()) : "")
                    .append(',')
                    .append(kwh(household.at(Register.VOLUME_L, first)))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String gas(Household household, Instant from, Instant to) {
        return kwh(household.at(Register.VOLUME_L, to) - household.at(Register.VOLUME_L, from));
    }

    private static String head() {
        return """
            --
            -- PostgreSQL database dump
            --

            \\restrict abc

            -- Dumped from database version 15.4

            SET statement_timeout = 0;
            SET standard_conforming_strings = on;
            SELECT pg_catalog.set_config('search_path', '', false);

            CREATE TABLE public.dsmr_datalogger_dsmrreading (
                id integer NOT NULL,
                "timestamp" timestamp with time zone NOT NULL
            );

            ALTER TABLE public.dsmr_datalogger_dsmrreading OWNER TO dsmrreader;

            """;
    }

    private static String table(String name, String columns, List<String> rows) {
        return "--\n-- Data for Name: " + name
                + "; Type: TABLE DATA; Schema: public; Owner: dsmrreader\n--\n\nCOPY public." + name + " (" + columns
                + ") FROM stdin;\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n") + "\\.\n\n\n";
    }

    private static String values(Household household, Instant at) {
        StringBuilder text = new StringBuilder();
        REGISTERS.forEach(register -> text.append('\t').append(kwh(household.at(register, at))));
        return text.toString();
    }

    private static String used(Household household, Instant from, Instant to) {
        StringBuilder text = new StringBuilder();
        REGISTERS.forEach(
                register -> text.append('\t').append(kwh(household.at(register, to) - household.at(register, from))));
        return text.toString();
    }

    private static String kwh(long wh) {
        return Household.decimal(wh, '.');
    }

    private static String pg(Instant at) {
        return PG.format(at.atOffset(ZoneOffset.UTC)) + "+00";
    }

    private static String iso(Instant at, ZoneId zone) {
        return ISO.format(at.atZone(zone));
    }
}
