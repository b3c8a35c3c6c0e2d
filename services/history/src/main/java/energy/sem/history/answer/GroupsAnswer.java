package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All groups, by name.
 *
 * @param zone the household's zone, in which the calendars of answers are unless {@code ?zone=} says otherwise
 */
public record GroupsAnswer(String zone, List<Group> groups) {
    public GroupsAnswer {
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param name as in every URL
     * @param key how it shares: {@code fixed}, {@code fixed-rounds}, {@code relative}, {@code priority} or {@code optimal}
     * @param members in the order in which they were set
     */
    @Schema(name = "Group")
    public record Group(String name, String key, List<Member> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of a group.
     *
     * @param meter its meter's name
     * @param sharePercent its share; absent in a group without shares
     * @param known false before the meter's first telegram
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GroupMember")
    public record Member(String meter, BigDecimal sharePercent, boolean known) {}
}
