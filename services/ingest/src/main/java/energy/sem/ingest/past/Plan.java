package energy.sem.ingest.past;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a file says and what becomes of it, in numbers and in words.
 *
 * @param dryRun whether nothing was written because it was asked so
 * @param imported the number of the import, when something was written
 * @param refusal why nothing can be taken from the file; absent when it can
 * @param format the layouts that were found, for people
 * @param rows how many rows it has
 * @param refusedRows how many of them cannot be taken
 * @param refused the first of those
 * @param quarters how many quarter hours become known or better known
 * @param devices by device
 * @param words all of it for people, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        boolean dryRun,
        Integer imported,
        String refusal,
        String format,
        long rows,
        long refusedRows,
        List<RefusedRow> refused,
        long quarters,
        List<OfDevice> devices,
        List<String> words) {

    /**
     * A row that cannot be taken.
     *
     * @param line in the file, from 1; 0 where it is not of one line
     * @param cause why
     */
    public record RefusedRow(long line, String cause) {}

    /**
     * What a file says of one device.
     *
     * @param kind what it measures
     * @param serial its serial number
     * @param isNew whether SEM did not know it
     * @param sameSerial whether the file names the serial number of a meter that SEM knows
     * @param from the beginning of what the file says
     * @param to the end
     * @param values rows with a value
     * @param estimated those of them that are estimated
     * @param unknown rows without a value
     * @param added quarter hours that become known
     * @param replaced quarter hours of earlier imports that change
     * @param overlapping how many of its rows the meter itself knows too
     * @param greatestDifference of these, in Wh, L or MJ
     * @param anchor where the level of its registers comes from, in words
     */
    public record OfDevice(
            String kind,
            String serial,
            boolean isNew,
            boolean sameSerial,
            Instant from,
            Instant to,
            long values,
            long estimated,
            long unknown,
            long added,
            long replaced,
            long overlapping,
            long greatestDifference,
            String anchor) {}
}
