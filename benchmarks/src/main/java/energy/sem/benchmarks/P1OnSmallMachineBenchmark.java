package energy.sem.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** The same with the first compiler only, as small machines run it. */
@Fork(value = 2, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class P1OnSmallMachineBenchmark extends P1Benchmark {}
