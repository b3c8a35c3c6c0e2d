package energy.sem.bill.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Node;

/** Reads the bands of a component, and sees to it that exactly one of them holds at any time. */
final class BandReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "tariff",
            "days",
            "hours",
            "dates",
            "on-holidays",
            "otherwise",
            "price",
            "formula",
            "floor",
            "cap",
            "step");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d\\d)\\s*-\\s*(\\d{1,2}):(\\d\\d)");
    private static final Pattern DATES = Pattern.compile("(\\d\\d)-(\\d\\d)\\s*\\.\\.\\s*(\\d\\d)-(\\d\\d)");
    private static final int DAY_MINUTES = 24 * 60;

    /** A leap year, whose days are all there are; its first day is a Monday. */
    private static final int ANY_YEAR = 2024;

    private final Node.Reader<Price> price;

    BandReader(Node.Reader<Price> price) {
        this.price = price;
    }

    List<Band> all(Node list) throws DocumentFault {
        List<Band> bands = new ArrayList<>();
        for (Node each : list.items()) {
            each.allow(KEYS);
            bands.add(new Band(each.need("name").words(ComponentReader.LONGEST_NAME), when(each), price.read(each)));
        }
        if (bands.size() < 2) {
            throw list.fault("bands are several: with one price write price or formula instead");
        }
        long byRegister = bands.stream()
                .filter(each -> each.when() instanceof When.Register)
                .count();
        if (byRegister == bands.size()) {
            if (new HashSet<>(bands.stream().map(Band::when).toList()).size() < bands.size()) {
                throw list.fault("two bands are for one tariff of the meter");
            }
        } else if (byRegister > 0) {
            throw list.fault("bands are all by tariff of the meter or all by the clock");
        } else {
            oneEach(bands, list);
        }
        return bands;
    }

    private static When when(Node node) throws DocumentFault {
        if (node.get("tariff") != null) {
            return switch (node.get("tariff").text()) {
                case "1" -> new When.Register(1);
                case "2" -> new When.Register(2);
                case "other" -> new When.Register(0);
                default -> throw node.get("tariff").fault("tariff is 1, 2 or other");
            };
        }
        if (node.or("otherwise", false, Node::truth)) {
            return new When.Otherwise();
        }
        return new When.Clock(
                node.or("days", EnumSet.allOf(DayOfWeek.class), BandReader::days),
                node.or("hours", List.of(new When.Hours(0, DAY_MINUTES)), BandReader::hours),
                node.or("dates", List.of(), BandReader::dates),
                node.or("on-holidays", (Boolean) null, Node::truth));
    }

    private static Set<DayOfWeek> days(Node node) throws DocumentFault {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : node.text().split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            DayOfWeek first = day(ends[0], node);
            DayOfWeek last = day(ends[ends.length - 1], node);
            if (ends.length > 2) {
                throw node.fault("days are written as mon-fri or sat,sun");
            }
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String text, Node node) throws DocumentFault {
        for (DayOfWeek each : DayOfWeek.values()) {
            if (each.name().toLowerCase(Locale.ROOT).substring(0, 3).equals(text.strip())) {
                return each;
            }
        }
        throw node.fault("\"" + Node.quoted(text) + "\" is no day: use mon, tue, wed, thu, fri, sat, sun");
    }

    private static List<When.Hours> hours(Node node) throws DocumentFault {
        List<When.Hours> all = new ArrayList<>();
        for (String part : node.text().split(",", -1)) {
            Matcher matcher = HOURS.matcher(part.strip());
            if (!matcher.matches()) {
                throw node.fault("hours are written as 07:00-22:00, several with commas");
            }
            int from = minute(matcher.group(1), matcher.group(2), node);
            int until = minute(matcher.group(3), matcher.group(4), node);
            if (from == until || from == DAY_MINUTES) {
                throw node.fault("hours that begin when they end are none");
            }
            all.add(new When.Hours(from, until));
        }
        return all;
    }

    private static int minute(String hour, String minute, Node node) throws DocumentFault {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || minutes > DAY_MINUTES || minutes % 15 != 0) {
            throw node.fault("hours begin and end on quarters of an hour, from 00:00 to 24:00");
        }
        return minutes;
    }

    private static List<When.Dates> dates(Node node) throws DocumentFault {
        List<When.Dates> all = new ArrayList<>();
        for (String part : node.text().split(",", -1)) {
            Matcher matcher = DATES.matcher(part.strip());
            try {
                if (matcher.matches()) {
                    all.add(new When.Dates(
                            MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))),
                            MonthDay.of(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)))));
                    continue;
                }
            } catch (java.time.DateTimeException e) {
                // Said below.
            }
            throw node.fault("dates are written as 04-01..09-30: month-day, both included");
        }
        return all;
    }

    private static void oneEach(List<Band> bands, Node list) throws DocumentFault {
        for (LocalDate sample : samples(bands)) {
            for (int day = 0; day < 7; day++) {
                for (int minute = 0; minute < DAY_MINUTES; minute += 15) {
                    // The day of the week of a date differs from year to year: each is tried with each.
                    LocalDateTime time =
                            sample.withYear(ANY_YEAR).atStartOfDay().plusMinutes(minute);
                    one(bands, time, DayOfWeek.of(day + 1), list);
                }
            }
        }
    }

    private static void one(List<Band> bands, LocalDateTime time, DayOfWeek day, Node list) throws DocumentFault {
        for (boolean holiday : new boolean[] {false, true}) {
            List<String> held = new ArrayList<>();
            boolean otherwise = false;
            for (Band band : bands) {
                otherwise |= band.when() instanceof When.Otherwise;
                if (band.when() instanceof When.Clock clock && onDay(clock, time, day, holiday)) {
                    held.add(band.name());
                }
            }
            if (held.size() > 1 || (held.isEmpty() && !otherwise)) {
                throw list.fault("at " + time.toLocalTime() + " on a "
                        + day.name().toLowerCase(Locale.ROOT)
                        + (holiday ? " that is a holiday" : "") + ", date " + MonthDay.from(time) + ", "
                        + (held.isEmpty() ? "no band holds" : "these hold at once: " + String.join(", ", held)));
            }
        }
    }

    private static boolean onDay(When.Clock clock, LocalDateTime time, DayOfWeek day, boolean holiday) {
        // The same band on a date of this day of the week, with the dates looked at apart.
        LocalDateTime ofDay = time.with(java.time.temporal.TemporalAdjusters.nextOrSame(day));
        boolean date =
                clock.dates().isEmpty() || clock.dates().stream().anyMatch(each -> each.has(MonthDay.from(time)));
        return date && new When.Clock(clock.days(), clock.hours(), List.of(), clock.holidays()).holds(ofDay, holiday);
    }

    /** One date of each stretch of the year that no band divides. */
    private static List<LocalDate> samples(List<Band> bands) {
        Set<LocalDate> samples = new java.util.TreeSet<>(Set.of(LocalDate.of(ANY_YEAR, 1, 1)));
        for (Band band : bands) {
            if (band.when() instanceof When.Clock clock) {
                for (When.Dates each : clock.dates()) {
                    samples.add(each.from().atYear(ANY_YEAR));
                    samples.add(each.to().atYear(ANY_YEAR));
                    samples.add(each.to().atYear(ANY_YEAR).plusDays(1));
                }
            }
        }
        return List.copyOf(samples);
    }
}
