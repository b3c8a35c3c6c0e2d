package energy.sem.cli.doctor;

/**
 * What a check found.
 *
 * @param verdict how it is
 * @param what the same in words
 * @param advice what to do; empty when nothing is to be done
 */
record Finding(Verdict verdict, String what, String advice) {
    static Finding well(String what) {
        return new Finding(Verdict.WELL, what, "");
    }

    static Finding fault(String what, String advice) {
        return new Finding(Verdict.FAULT, what, advice);
    }

    static Finding unknown(String what, String advice) {
        return new Finding(Verdict.UNKNOWN, what, advice);
    }
}
