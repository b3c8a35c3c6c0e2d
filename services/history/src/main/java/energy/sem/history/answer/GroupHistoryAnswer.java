package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One period of a group, up to the last quarter hour that is full at all members that are read. Buckets, and members, add up to
 * the total to the Wh.
 *
 * @param group its name
 * @param key how it shares
 * @param period {@code day}, {@code week}, {@code month} or {@code year}
 * @param offset 0 for the running period, -1 for the one before
 * @param zone the zone of the calendar and of all times here
 * @param from start of the period
 * @param to its end, not included
 * @param until up to where all this goes; absent when the period is over
 * @param step of the buckets, ISO 8601
 * @param complete every member's devices have a reading at or after {@code to}
 * @param coverage the share of the elapsed seconds of all members outside gaps; absent when nothing of it has elapsed
 * @param total of the whole period
 * @param members what each counted, in the order of the settings
 * @param buckets in order, without holes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupHistoryAnswer(
        String group,
        String key,
        String period,
        int offset,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        OffsetDateTime until,
        String step,
        boolean complete,
        BigDecimal coverage,
        GroupSum total,
        List<MemberSum> members,
        List<GroupBucket> buckets) {

    public GroupHistoryAnswer {
        members = List.copyOf(members);
        buckets = List.copyOf(buckets);
    }

    /**
     * Sums over the members; a field is absent when nothing is known of any.
     *
     * @param importKwh from the grid
     * @param exportKwh to the grid
     * @param sharedKwh of that, what was shared within the same quarter hours, as far as is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GroupSum")
    public record GroupSum(BigDecimal importKwh, BigDecimal exportKwh, BigDecimal sharedKwh) {}

    /**
     * What one member counted.
     *
     * @param meter its name
     * @param importKwh from the grid
     * @param exportKwh to the grid
     * @param coverage the share of the elapsed seconds outside gaps; absent when nothing of it has elapsed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MemberSum")
    public record MemberSum(String meter, BigDecimal importKwh, BigDecimal exportKwh, BigDecimal coverage) {}

    /**
     * One bar of a chart. A bucket in the future has its times only.
     *
     * @param from its start
     * @param to its end, not included
     * @param sum the fields of {@link GroupSum}, on the same level
     * @param coverage the share of the elapsed seconds of all members outside gaps; absent for a bucket in the future
     * @param estimated part of a quarter hour of a member lies in a gap
     * @param missing members of whom a quarter hour of it is not known: that one is shared without them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GroupBucket")
    public record GroupBucket(
            OffsetDateTime from,
            OffsetDateTime to,
            @JsonUnwrapped GroupSum sum,
            BigDecimal coverage,
            boolean estimated,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {
        public GroupBucket {
            missing = List.copyOf(missing);
        }
    }
}
