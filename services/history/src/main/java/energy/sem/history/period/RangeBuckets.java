package energy.sem.history.period;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Bucket;
import energy.sem.history.calendar.Edges;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.store.Meter;
import energy.sem.p1.Register;

/** The buckets of a range of any length, some at a time, so that its length costs no memory. */
@ApplicationScoped
public class RangeBuckets {
    /** About ten days of quarter hours. */
    private static final int A_LOT = 1000;

    private final PeriodAnswers answers;

    RangeBuckets(PeriodAnswers answers) {
        this.answers = answers;
    }

    /**
     * The buckets as they are known now. To be called within a transaction, as each {@link Lots#next}.
     *
     * @throws energy.sem.base.Problem 400 when a bucket would end beside a quarter hour
     */
    public Lots of(Meter meter, Span span, Step step, Until until, Details details) {
        if (step.wholeDays()) {
            for (Edges all = new Edges(span, step); all.hasNext(); ) {
                all.next(A_LOT);
            }
        }
        return new Lots(answers.now(meter), span, step, until, details);
    }

    /** Lots of buckets, in order. As written they add up as those of one answer do. Not thread-safe. */
    public final class Lots {
        private final MeterNow now;
        private final Span span;
        private final Step step;
        private final Until until;
        private final Details details;
        private final Edges edges;
        private final Money money = new Money();

        private Lots(MeterNow now, Span span, Step step, Until until, Details details) {
            this.now = now;
            this.span = span;
            this.step = step;
            this.until = until;
            this.details = details;
            edges = new Edges(span, step);
        }

        /** The registers of the meter's devices. */
        public Set<Register> registers() {
            Set<Register> registers = EnumSet.noneOf(Register.class);
            now.counters().stream()
                    .map(each -> each.bounds().registers().keySet())
                    .flatMap(Collection::stream)
                    .forEach(registers::add);
            return registers;
        }

        public boolean hasNext() {
            return edges.hasNext();
        }

        /** The next buckets, from one snapshot. */
        public List<Bucket> next() {
            return answers.buckets(now, span, step, edges.next(A_LOT), until, details, money);
        }
    }
}
