package energy.sem.history.api;

import java.util.Arrays;
import java.util.List;

import energy.sem.history.answer.GroupHistoryAnswer.GroupBucket;
import energy.sem.history.answer.GroupSharingAnswer;
import energy.sem.history.answer.GroupSharingAnswer.MemberShare;
import energy.sem.history.answer.GroupSharingAnswer.Shared;

/** A group as CSV: of what it counted a line a bucket, of what it shared a line a member. What a later version adds comes last. */
final class GroupTable {
    static final List<String> BUCKETS =
            List.of("from", "to", "import_kwh", "export_kwh", "shared_kwh", "coverage", "estimated", "missing");

    static final List<String> MEMBERS = List.of(
            "from",
            "to",
            "meter",
            "share_percent",
            "import_kwh",
            "received_kwh",
            "rest_kwh",
            "export_kwh",
            "given_kwh",
            "surplus_kwh",
            "unknown_quarters",
            "estimated_quarters",
            "coverage");

    static List<Object> row(GroupBucket bucket) {
        return Arrays.asList(
                bucket.from(),
                bucket.to(),
                bucket.sum().importKwh(),
                bucket.sum().exportKwh(),
                bucket.sum().sharedKwh(),
                bucket.coverage(),
                bucket.estimated(),
                String.join(" ", bucket.missing()));
    }

    static List<Object> row(GroupSharingAnswer answer, MemberShare member) {
        Shared shared = member.shared();
        return Arrays.asList(
                answer.from(),
                answer.until() == null ? answer.to() : answer.until(),
                member.meter(),
                member.sharePercent(),
                shared.importKwh(),
                shared.receivedKwh(),
                shared.restKwh(),
                shared.exportKwh(),
                shared.givenKwh(),
                shared.surplusKwh(),
                member.unknownQuarters(),
                member.estimatedQuarters(),
                member.coverage());
    }

    private GroupTable() {}
}
