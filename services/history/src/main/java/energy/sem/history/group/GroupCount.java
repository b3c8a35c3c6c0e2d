package energy.sem.history.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;
import energy.sem.sharing.SharedQuarter;

/**
 * Counts and shares a group's quarter hours, up to the last one that is full at all members that are read. Some at a time: what
 * it holds does not grow with the time nor with the members. Within a transaction.
 */
@ApplicationScoped
class GroupCount {
    /** Of how many quarter hours of members numbers are held at once: 100 members of a month, 6 MB. */
    private static final int HELD = 300_000;

    private final PeriodAnswers periods;
    private final QuarterRows rows;
    private final Household household;
    private final int held;

    @Inject
    GroupCount(PeriodAnswers periods, QuarterRows rows, Household household) {
        this(periods, rows, household, HELD);
    }

    /** @param held of how many quarter hours of members numbers are held at once */
    GroupCount(PeriodAnswers periods, QuarterRows rows, Household household, int held) {
        this.held = held;
        this.periods = periods;
        this.rows = rows;
        this.household = household;
    }

    /**
     * What a group counted.
     *
     * @param until the edge up to which it goes
     * @param complete every member's devices have a reading at or after the end of the span
     * @param buckets one each
     * @param members one each, of the whole span
     */
    record Counted(int until, boolean complete, List<Tally> buckets, List<Tally> members) {}

    /**
     * What a group counted between each edge and the next, the first and last of which are the span's.
     *
     * @param known its members' meters by name, those that there are
     */
    Counted of(Group group, Map<String, Meter> known, Span span, int[] edges) {
        List<List<Counter>> counters = new ArrayList<>();
        int until = span.to();
        boolean complete = true;
        for (String name : group.meters()) {
            Meter meter = known.get(name);
            List<Counter> all = meter == null ? List.of() : periods.counters(meter);
            int elapsed = meter == null ? QuarterHours.of(household.now()) : periods.elapsed(meter, all);
            until = Math.min(until, elapsed);
            complete &= Counter.complete(all, span.from(), span.to());
            counters.add(all.stream().filter(Counter::isElectricity).toList());
        }
        Counted counted = new Counted(
                Math.max(span.from(), until), complete, tallies(edges.length - 1), tallies(counters.size()));
        int length = Math.max(1, held / counters.size());
        for (int from = span.from(); from < counted.until; from += length) {
            add(group, read(counters, from, Math.min(counted.until, from + length)), from, edges, counted);
        }
        return counted;
    }

    private static List<Tally> tallies(int count) {
        return Stream.generate(Tally::new).limit(count).toList();
    }

    private List<MemberQuarters> read(List<List<Counter>> counters, int from, int to) {
        return counters.stream()
                .map(each -> new MemberQuarters(each, series(each, from, to), from, to))
                .toList();
    }

    private Map<Integer, QuarterSeries> series(List<Counter> counters, int from, int to) {
        Map<Integer, Bounds> touched = counters.stream()
                .filter(each -> each.touches(from, to))
                .collect(Collectors.toMap(Counter::id, Counter::bounds));
        return rows.between(touched, from, to);
    }

    private static void add(Group group, List<MemberQuarters> read, int from, int[] edges, Counted counted) {
        int bucket = 0;
        for (int quarter = from; quarter < from + read.get(0).length(); quarter++) {
            while (edges[bucket + 1] <= quarter) {
                bucket++;
            }
            add(group, read, quarter, counted.buckets.get(bucket), counted.members);
        }
    }

    private static void add(Group group, List<MemberQuarters> read, int quarter, Tally bucket, List<Tally> members) {
        long[] taken = read.stream().mapToLong(each -> each.takenWh(quarter)).toArray();
        long[] injected =
                read.stream().mapToLong(each -> each.injectedWh(quarter)).toArray();
        SharedQuarter shared = group.key().share(taken, injected);
        boolean anyKnown = false;
        boolean anyEstimated = false;
        for (int i = 0; i < read.size(); i++) {
            MemberQuarters member = read.get(i);
            boolean estimated = member.isEstimated(quarter);
            anyEstimated |= estimated;
            bucket.count(member, quarter);
            members.get(i).count(member, quarter);
            members.get(i).share(shared, i, estimated);
            if (member.isKnown(quarter)) {
                anyKnown = true;
            } else {
                bucket.misses(i);
            }
        }
        bucket.share(shared, anyKnown, anyEstimated);
    }
}
