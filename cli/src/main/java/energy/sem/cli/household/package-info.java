/**
 * The simulated household: a Flemish family of four with a three-phase meter, a solar roof, gas heating and water.
 *
 * <p>Everything is a pure function of a seed and an instant. A day is computed in slices of ten seconds from repeatable
 * chance, in integers from watts on; the registers are the exact sums of those slices since the day the meter was placed.
 * So a reading can be asked for at any second, in any order and by any process, and always lies on the same curve: a
 * restart fills its own gap.
 *
 * <p>Reading order: {@link energy.sem.cli.household.Household} answers, a {@code MeterDay} counts one day, and
 * {@code Appliances}, {@code SolarRoof} and {@code GasAndWater} say what happens in it.
 */
package energy.sem.cli.household;
