package energy.sem.guard.simulated;

/**
 * When the car is at its charger.
 *
 * @param fromHour it is plugged in, or may begin
 * @param toHour it leaves, the day after
 * @param needWh what it needs each day
 */
record Habit(int fromHour, int toHour, int needWh) {
    static final Habit AT_NIGHT = new Habit(22, 7, 11_000);
    static final Habit FROM_DINNER_ON = new Habit(18, 7, 11_000);
}
