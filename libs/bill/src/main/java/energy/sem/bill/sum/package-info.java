/**
 * What was used, priced: a {@link energy.sem.bill.sum.Bill} of {@link energy.sem.bill.sum.Line}s from a
 * {@link energy.sem.bill.sum.Usage} and the {@link energy.sem.bill.sum.Market}. Pure: the same usage and prices give the same bill, in
 * whatever order they became known.
 *
 * <p>Every amount is a product of whole Wh, litres or W with written decimals, exact. Where a fee is divided, what was charged up to an
 * edge is rounded there ({@link energy.sem.bill.sum.Spread}); what belongs to a year (brackets, netting, a yearly maximum) is a function
 * of the edge too, and a stretch costs the difference. So quarters, days and months add up to any bill of them, to the last digit.
 * What is not known removes the total and is named; it is never 0.
 */
package energy.sem.bill.sum;
