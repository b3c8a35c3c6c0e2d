package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The bill of a period, as far as it has elapsed.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param period such as {@code month}
 * @param offset 0 for the running one, -1 for the one before
 * @param zone of the times
 * @param from its beginning
 * @param to its end
 * @param until the end of the last full quarter hour, up to which the bill goes; absent when its period is over
 * @param contract the one that was asked for; absent for those that hold
 * @param contracts whose lines these are
 * @param currency {@code EUR}
 * @param complete every active device has a reading at or after {@code to}
 * @param coverage the share of the elapsed seconds outside gaps (electricity); absent when nothing of it has elapsed
 * @param total what is paid, with VAT; the sum of the lines' {@code amount}; absent when something in it is not known
 * @param vat the VAT in it; absent as {@code total}
 * @param lines in the order of the contract and its sets
 * @param missing what is not known, and on which days; absent where all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillAnswer(
        String meter,
        Boolean simulated,
        String period,
        int offset,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        OffsetDateTime until,
        String contract,
        List<String> contracts,
        String currency,
        boolean complete,
        BigDecimal coverage,
        BigDecimal total,
        BigDecimal vat,
        List<BillLine> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BillMissing> missing) {

    public BillAnswer {
        contracts = List.copyOf(contracts);
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /**
     * A line.
     *
     * @param utility {@code electricity}, {@code gas} or {@code water}
     * @param owner who gets it: {@code supplier}, {@code grid} or {@code levy}
     * @param name of the component
     * @param part its band, its bracket, or the month of a capacity; absent for all of it
     * @param quantity how much, in {@code unit}; absent for a fee
     * @param unit {@code kWh}, {@code m3} or {@code kW}; absent for a fee
     * @param rule how the price is made, in words
     * @param vatPercent its VAT; 0 for none, and for prices of the settings, which hold all
     * @param withoutVat euro in whole cents; absent when the line is not known
     * @param vat euro in whole cents; absent when the line is not known
     * @param amount both together: what is paid; negative is earned; absent when the line is not known
     * @param marks {@code estimated}, {@code provisional}, {@code assumed}, {@code share}; absent when it is final
     * @param missing why its amount is not known, in words as {@code reason}; absent when it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BillLine(
            String utility,
            String owner,
            String name,
            String part,
            BigDecimal quantity,
            String unit,
            String rule,
            BigDecimal vatPercent,
            BigDecimal withoutVat,
            BigDecimal vat,
            BigDecimal amount,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> marks,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {
        public BillLine {
            marks = List.copyOf(marks);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Something that is not known.
     *
     * @param line which line
     * @param reason in a word
     * @param from the first day
     * @param to the last day, itself included
     * @param days on how many of the days between, {@code to} among them
     * @param detail as a sentence
     */
    public record BillMissing(String line, String reason, LocalDate from, LocalDate to, int days, String detail) {}
}
