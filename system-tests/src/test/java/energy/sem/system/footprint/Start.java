package energy.sem.system.footprint;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One start of a service.
 *
 * @param readySeconds from the start of the process until it says that it is ready
 * @param answerSeconds until it has answered its first question after that
 * @param cpuSeconds of processor time that it took until then
 */
record Start(double readySeconds, double answerSeconds, double cpuSeconds) {

    /** Each figure's own median, of an odd number of starts. */
    static Start median(List<Start> starts) {
        return new Start(
                median(starts, Start::readySeconds),
                median(starts, Start::answerSeconds),
                median(starts, Start::cpuSeconds));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream()
                .sorted(Comparator.comparingDouble(figure))
                .skip(starts.size() / 2)
                .mapToDouble(figure)
                .findFirst()
                .orElseThrow();
    }
}
