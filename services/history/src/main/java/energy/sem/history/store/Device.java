package energy.sem.history.store;

/**
 * One serial number of a meter.
 *
 * @param id its key in the tables
 * @param kind what it measures
 * @param serial as on its front
 */
public record Device(int id, Kind kind, String serial) {}
