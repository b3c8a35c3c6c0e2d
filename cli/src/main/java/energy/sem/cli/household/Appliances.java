package energy.sem.cli.household;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the family switches on in a day, about 4300 kWh a year. Immutable. */
final class Appliances {
    private final long seed;
    private final FamilyCalendar calendar;
    private final long standbySeed;

    Appliances(long seed, FamilyCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
        this.standbySeed = Chance.subjectSeed(seed, "standby");
    }

    /** The load of each phase through the day. */
    Load load(LocalDay day) {
        Load load = new Load(day);
        standby(load);
        cooling(load);
        if (!calendar.isAway(day.date())) {
            lightsAndScreens(load);
            morning(load);
            cooking(load);
            dishwasher(load);
            laundry(load);
            car(load);
        }
        return load;
    }

    private Chance chance(String subject, Load load) {
        return Chance.of(seed, subject, load.day().date().toEpochDay());
    }

    /** Router, ventilation, chargers, pumps: always there, slowly moving. */
    private void standby(Load load) {
        LocalDay day = load.day();
        long firstMinute = day.startEpochS() / 60;
        for (int minute = 0; minute < day.slices() / LocalDay.SLICES_A_MINUTE; minute++) {
            int slice = minute * LocalDay.SLICES_A_MINUTE;
            int ventilation = (int) (24 * Chance.smooth(standbySeed, (firstMinute + minute) / 40.0));
            load.add(1, slice, LocalDay.SLICES_A_MINUTE, 68 + ventilation);
            load.add(2, slice, LocalDay.SLICES_A_MINUTE, 52);
            load.add(3, slice, LocalDay.SLICES_A_MINUTE, 42 + ventilation / 2);
        }
    }

    /** A fridge and a freezer, each by its own thermostat; they run longer in summer. */
    private void cooling(Load load) {
        Chance chance = chance("cooling", load);
        int dayOfYear = load.day().date().getDayOfYear();
        double summer = 1 - StrictMath.cos(2 * StrictMath.PI * (dayOfYear - 20) / 365.25);
        thermostat(load, chance, 2, 88, 14 + 3 * summer, 27);
        thermostat(load, chance, 3, 96, 12 + 3 * summer, 34);
    }

    private static void thermostat(
            Load load, Chance chance, int phase, int watts, double onMinutes, double offMinutes) {
        int slices = load.day().slices();
        int at = -(int) (chance.uniform() * offMinutes * LocalDay.SLICES_A_MINUTE);
        while (at < slices) {
            int on = (int) (onMinutes * chance.between(0.85, 1.15) * LocalDay.SLICES_A_MINUTE);
            int off = (int) (offMinutes * chance.between(0.85, 1.15) * LocalDay.SLICES_A_MINUTE);
            load.add(phase, at, on, watts);
            at += on + off;
        }
    }

    private void lightsAndScreens(Load load) {
        LocalDate date = load.day().date();
        Chance chance = chance("lights and screens", load);
        double bed = chance.between(22.4, 23.6) + (date.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.4 : 0);
        // How late it gets dark: from 16:40 in December to 22:00 in June.
        double dark = 19.3 - 2.7 * StrictMath.cos(2 * StrictMath.PI * (date.getDayOfYear() + 10) / 365.25);
        double lights = Math.max(dark, 16.5);
        if (lights < bed) {
            load.addAt(1, lights, (bed - lights) * 60, chance.between(90, 150));
            load.addAt(2, lights + 0.3, (bed - lights - 0.3) * 60, chance.between(30, 70));
        }
        double screens = chance.between(18.8, 20.2);
        load.addAt(1, screens, (bed - screens) * 60, chance.between(150, 230));
        if (calendar.isAtHome(date)) {
            load.addAt(2, chance.between(8.8, 9.6), chance.between(380, 480), chance.between(140, 210));
        }
    }

    private void morning(Load load) {
        Chance chance = chance("morning", load);
        double up = calendar.isFree(load.day().date()) ? chance.between(7.8, 9.2) : chance.between(6.4, 6.9);
        load.addAt(1, up, chance.between(50, 80), chance.between(60, 110));
        load.addAt(2, up + 0.15, 3, 1950);
        load.addAt(3, up + chance.between(0.2, 0.4), 6, 1250);
        load.addAt(3, up + chance.between(0.4, 0.7), 4, 880);
        if (chance.happens(0.6)) {
            load.addAt(1, up + chance.between(0.1, 0.8), 7, 1500);
        }
    }

    private void cooking(Load load) {
        Chance chance = chance("cooking", load);
        boolean free = calendar.isFree(load.day().date());
        if (chance.happens(0.92)) {
            meal(load, chance, chance.between(17.5, 18.6), free ? 0.6 : 0.35);
        }
        if (free && chance.happens(0.6)) {
            meal(load, chance, chance.between(11.5, 12.4), 0.4);
        } else if (calendar.isAtHome(load.day().date())) {
            load.addAt(3, chance.between(12, 12.8), 5, 1150);
        }
        for (int cup = 0; cup < 3; cup++) {
            load.addAt(2, chance.between(9, 21.5), 3, 1950);
        }
    }

    private static void meal(Load load, Chance chance, double hour, double ovenProbability) {
        load.addAt(1, hour, 5, 1900);
        load.cycle(1, hour + 0.09, chance.between(15, 30), 1700, 0.5, 0.67);
        load.cycle(2, hour + chance.between(0.05, 0.2), chance.between(12, 25), 1300, 0.5, 0.5);
        load.addAt(2, hour, 45, 110);
        if (chance.happens(ovenProbability)) {
            double oven = hour - chance.between(0, 0.2);
            load.addAt(3, oven, 9, 2300);
            load.cycle(3, oven + 0.16, chance.between(20, 40), 2300, 1, 2.2);
        }
    }

    private void dishwasher(Load load) {
        Chance chance = chance("dishwasher", load);
        if (chance.happens(0.72)) {
            double hour = calendar.isAtHome(load.day().date()) && chance.happens(0.5)
                    ? chance.between(12.9, 13.6)
                    : chance.between(20, 21.3);
            load.addAt(3, hour, 95, 70);
            load.addAt(3, hour + 0.13, 14, 1900);
            load.addAt(3, hour + 1.0, 11, 1900);
        }
    }

    private void laundry(Load load) {
        Chance chance = chance("laundry", load);
        LocalDate date = load.day().date();
        int loads = calendar.isFree(date) ? (chance.happens(0.5) ? 2 : 1) : chance.happens(0.3) ? 1 : 0;
        double hour = calendar.isFree(date) ? chance.between(9.5, 11) : chance.between(18.7, 19.8);
        for (int i = 0; i < loads; i++) {
            load.addAt(1, hour, 75, 180);
            load.addAt(1, hour + 0.12, chance.between(13, 19), 2000);
            load.addAt(1, hour + 1.1, 8, 320);
            boolean winter = date.getMonthValue() <= 3 || date.getMonthValue() >= 10;
            if (chance.happens(winter ? 0.7 : 0.35)) {
                load.addAt(3, hour + 1.4, chance.between(75, 100), 720);
            }
            hour += chance.between(1.6, 2.4);
        }
    }

    /** A plug-in hybrid: mostly by its timer in the night tariff, now and then straight after work. */
    private void car(Load load) {
        Chance chance = chance("car", load);
        if (chance.happens(0.23)) {
            boolean atOnce = chance.happens(0.18);
            double hour = atOnce ? chance.between(17.6, 19.5) : chance.between(0.2, 1);
            load.addAt(3, hour, chance.between(60, 150), chance.between(3200, 3500));
        }
    }
}
