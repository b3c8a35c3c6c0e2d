package energy.sem.guard.simulated;

import java.util.Random;

/**
 * A household without its car: what it takes from the grid each second of a day, W. A pure function of seed and day, and
 * rough: what counts here is that loads come and go at once, without asking.
 */
final class House {
    static final int DAY_SECONDS = 86_400;

    /** A boiling tap: 3 kW for ten seconds. */
    static final int TAP_W = 3000;

    static final int TAP_SECONDS = 10;

    private final long seed;
    private final boolean busy;

    private House(long seed, boolean busy) {
        this.seed = seed;
        this.busy = busy;
    }

    /** A family that cooks, washes and heats. */
    static House busy(long seed) {
        return new House(seed, true);
    }

    /** Nobody but a fridge and, each hour of day and night, a boiling tap. */
    static House quiet(long seed) {
        return new House(seed, false);
    }

    /** Fills the loads of a day, numbered from 0; every hour of the waking day has the boiling tap once. */
    void fill(int day, int[] watts) {
        Random chance = new Random(seed * 1_000_003 + day);
        base(chance, watts);
        fridge(chance, watts);
        for (int hour = busy ? 7 : 0; hour < (busy ? 23 : 24); hour++) {
            add(watts, hour * 3600 + chance.nextInt(3600 - TAP_SECONDS), TAP_SECONDS, TAP_W);
        }
        if (!busy) {
            return;
        }
        heatPump(chance, day, watts);
        kettle(chance, watts);
        cooking(chance, watts);
        machines(chance, watts);
    }

    private static void base(Random chance, int[] watts) {
        int base = 120 + chance.nextInt(80);
        for (int second = 0; second < DAY_SECONDS; second++) {
            boolean evening = second > 17 * 3600 && second < 23 * 3600;
            watts[second] = base + (evening ? 220 : 0);
        }
    }

    private static void fridge(Random chance, int[] watts) {
        for (int at = chance.nextInt(1800); at < DAY_SECONDS; at += 2400 + chance.nextInt(900)) {
            add(watts, at, 900, 90);
        }
    }

    // Colder in winter: longer turns, the more in the morning.
    private static void heatPump(Random chance, int day, int[] watts) {
        double cold = Math.max(0, Math.cos((day % 365 - 15) / 365.0 * 2 * Math.PI));
        for (int at = chance.nextInt(3600); at < DAY_SECONDS; at += 4200 + chance.nextInt(1800)) {
            add(watts, at, (int) (2400 * cold), 700 + chance.nextInt(300));
        }
    }

    private static void kettle(Random chance, int[] watts) {
        for (int i = 0; i < 3; i++) {
            add(watts, 7 * 3600 + chance.nextInt(15 * 3600), 120 + chance.nextInt(60), 2200);
        }
    }

    private static void cooking(Random chance, int[] watts) {
        int at = 17 * 3600 + 1800 + chance.nextInt(5400);
        for (int pulse = 0; pulse < 45; pulse++) {
            add(watts, at + pulse * 40 + chance.nextInt(10), 15 + chance.nextInt(15), 1800);
        }
        if (chance.nextInt(3) == 0) {
            add(watts, at, 600, 2600);
            for (int turn = 0; turn < 8; turn++) {
                add(watts, at + 600 + turn * 240, 100, 2600);
            }
        }
    }

    private static void machines(Random chance, int[] watts) {
        if (chance.nextInt(2) == 0) {
            int at = 8 * 3600 + chance.nextInt(12 * 3600);
            add(watts, at + 600, 900, 2000);
            add(watts, at + 1500, 3000, 250);
        }
        if (chance.nextInt(3) > 0) {
            int at = 21 * 3600 + chance.nextInt(3600);
            add(watts, at + 300, 1000, 1900);
            add(watts, at + 2800, 900, 1900);
        }
        if (chance.nextInt(4) == 0) {
            add(watts, 9 * 3600 + chance.nextInt(9 * 3600), 4500, 1100);
        }
    }

    private static void add(int[] watts, int from, int seconds, int plus) {
        for (int second = Math.max(0, from); second < Math.min(DAY_SECONDS, from + seconds); second++) {
            watts[second] += plus;
        }
    }
}
