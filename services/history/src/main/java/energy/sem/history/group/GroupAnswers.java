package energy.sem.history.group;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.GroupHistoryAnswer;
import energy.sem.history.answer.GroupHistoryAnswer.GroupBucket;
import energy.sem.history.answer.GroupHistoryAnswer.GroupSum;
import energy.sem.history.answer.GroupHistoryAnswer.MemberSum;
import energy.sem.history.answer.GroupSharingAnswer;
import energy.sem.history.answer.GroupSharingAnswer.MemberShare;
import energy.sem.history.answer.GroupSharingAnswer.Shared;
import energy.sem.history.answer.GroupsAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.group.GroupCount.Counted;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.quarter.QuarterHours;

import static energy.sem.history.answer.Decimal.thousandths;

/** Groups as they are answered. Within a transaction. */
@ApplicationScoped
public class GroupAnswers {
    private final GroupCount count;
    private final Meters meters;
    private final Household household;

    GroupAnswers(GroupCount count, Meters meters, Household household) {
        this.count = count;
        this.meters = meters;
        this.household = household;
    }

    /** These groups. */
    public GroupsAnswer of(List<Group> groups) {
        List<GroupsAnswer.Group> all = new ArrayList<>();
        for (Group each : groups) {
            Set<String> known = meters.named(each.meters()).keySet();
            List<GroupsAnswer.Member> members = new ArrayList<>();
            for (int i = 0; i < each.meters().size(); i++) {
                String meter = each.meters().get(i);
                members.add(new GroupsAnswer.Member(meter, percent(each, i), known.contains(meter)));
            }
            all.add(new GroupsAnswer.Group(each.name(), each.key().rule().word(), members));
        }
        return new GroupsAnswer(household.zone().getId(), all);
    }

    /** What a group counted in a period. */
    public GroupHistoryAnswer history(Group group, View view, Span span, Step step) {
        return history(group, meters.named(group.meters()), view, span, step);
    }

    /** The same with its members' meters by name, those that there are. */
    GroupHistoryAnswer history(Group group, Map<String, Meter> known, View view, Span span, Step step) {
        int[] edges = span.edges(step);
        Counted counted = count.of(group, known, span, edges);
        List<GroupBucket> buckets = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            buckets.add(bucket(
                    group, span, edges[i], edges[i + 1], counted.buckets().get(i), counted));
        }
        List<MemberSum> members = new ArrayList<>();
        for (int i = 0; i < counted.members().size(); i++) {
            Tally each = counted.members().get(i);
            members.add(new MemberSum(
                    group.meters().get(i),
                    thousandths(each.importWh()),
                    thousandths(each.exportWh()),
                    coverage(each, span.from(), counted.until(), 1)));
        }
        Tally total = Tally.sum(counted.buckets());
        return new GroupHistoryAnswer(
                group.name(),
                group.key().rule().word(),
                view.period().word(),
                view.offset(),
                span.zone().getId(),
                span.fromTime(),
                span.toTime(),
                until(span, counted),
                step.iso(),
                counted.complete(),
                coverage(total, span.from(), counted.until(), members.size()),
                sum(total),
                members,
                buckets);
    }

    /** What a group shared in a period. */
    public GroupSharingAnswer sharing(Group group, View view, Span span) {
        return sharing(group, meters.named(group.meters()), view, span);
    }

    /** The same with its members' meters by name, those that there are. */
    GroupSharingAnswer sharing(Group group, Map<String, Meter> known, View view, Span span) {
        Counted counted = count.of(group, known, span, new int[] {span.from(), span.to()});
        Tally total = counted.buckets().get(0);
        List<MemberShare> members = new ArrayList<>();
        for (int i = 0; i < counted.members().size(); i++) {
            Tally each = counted.members().get(i);
            members.add(new MemberShare(
                    group.meters().get(i),
                    percent(group, i),
                    shared(each),
                    each.unknownQuarters(),
                    each.estimatedQuarters(),
                    coverage(each, span.from(), counted.until(), 1)));
        }
        return new GroupSharingAnswer(
                group.name(),
                group.key().rule().word(),
                view.period().word(),
                view.offset(),
                span.zone().getId(),
                span.fromTime(),
                span.toTime(),
                until(span, counted),
                counted.complete(),
                coverage(total, span.from(), counted.until(), members.size()),
                total.quarters(),
                total.unknownQuarters(),
                total.estimatedQuarters(),
                shared(total),
                members);
    }

    private static GroupBucket bucket(Group group, Span span, int from, int to, Tally tally, Counted counted) {
        return new GroupBucket(
                span.time(from),
                span.time(to),
                sum(tally),
                coverage(
                        tally,
                        from,
                        Math.min(to, counted.until()),
                        group.meters().size()),
                tally.estimatedQuarters() > 0,
                tally.missing().stream()
                        .mapToObj(member -> group.meters().get(member))
                        .toList());
    }

    private static GroupSum sum(Tally tally) {
        return new GroupSum(
                thousandths(tally.importWh()), thousandths(tally.exportWh()), thousandths(tally.receivedWh()));
    }

    private static Shared shared(Tally tally) {
        return new Shared(
                thousandths(tally.importWh()),
                thousandths(tally.receivedWh()),
                thousandths(tally.restWh()),
                thousandths(tally.exportWh()),
                thousandths(tally.givenWh()),
                thousandths(tally.surplusWh()));
    }

    private static BigDecimal coverage(Tally tally, int from, int until, int members) {
        return Decimal.shareOrNull(
                tally.coveredMilli(), members * Math.max(0, until - (long) from) * QuarterHours.MILLIS);
    }

    private static OffsetDateTime until(Span span, Counted counted) {
        return counted.until() < span.to() ? span.time(counted.until()) : null;
    }

    private static BigDecimal percent(Group group, int member) {
        BigDecimal percent = group.sharePercent(member);
        return percent == null ? null : Decimal.plain(percent);
    }
}
