package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a group shared in a period, member by member, up to the last quarter hour that is full at all members that are read. The
 * members add up to the total to the Wh. A forecast beside the grid operator's settlement, never an invoice.
 *
 * @param group its name
 * @param key how it shares
 * @param period {@code day}, {@code week}, {@code month} or {@code year}
 * @param offset 0 for the running period, -1 for the one before
 * @param zone the zone of the calendar and of all times here
 * @param from start of the period
 * @param to its end, not included
 * @param until up to where all this goes; absent when the period is over
 * @param complete every member's devices have a reading at or after {@code to}
 * @param coverage the share of the elapsed seconds of all members outside gaps; absent when nothing of it has elapsed
 * @param quarters how many quarter hours were shared
 * @param unknownQuarters in how many of them something of a member is not known: they are shared without that member
 * @param estimatedQuarters in how many of them part of a member's lies in a gap
 * @param total of the group
 * @param members in the order of the settings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupSharingAnswer(
        String group,
        String key,
        String period,
        int offset,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        OffsetDateTime until,
        boolean complete,
        BigDecimal coverage,
        int quarters,
        int unknownQuarters,
        int estimatedQuarters,
        Shared total,
        List<MemberShare> members) {

    public GroupSharingAnswer {
        members = List.copyOf(members);
    }

    /**
     * What was shared; a field is absent when nothing is known of it.
     *
     * @param importKwh taken from the grid
     * @param receivedKwh of that, what came from the group
     * @param restKwh of that, what is left: the supplier's
     * @param exportKwh injected
     * @param givenKwh of that, what went to the group
     * @param surplusKwh of that, what is left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SharedEnergy")
    public record Shared(
            BigDecimal importKwh,
            BigDecimal receivedKwh,
            BigDecimal restKwh,
            BigDecimal exportKwh,
            BigDecimal givenKwh,
            BigDecimal surplusKwh) {}

    /**
     * One member's part.
     *
     * @param meter its name
     * @param sharePercent its share; absent in a group without shares
     * @param shared the fields of {@link Shared}, on the same level
     * @param unknownQuarters how many quarter hours are not known: nothing of them is shared
     * @param estimatedQuarters how many lie partly in a gap
     * @param coverage the share of the elapsed seconds outside gaps; absent when nothing of it has elapsed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MemberShare")
    public record MemberShare(
            String meter,
            BigDecimal sharePercent,
            @JsonUnwrapped Shared shared,
            int unknownQuarters,
            int estimatedQuarters,
            BigDecimal coverage) {}
}
