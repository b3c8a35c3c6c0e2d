package energy.sem.p1;

/**
 * Powers of ten from a written unit to the base unit that this library counts in. Units are packed one lower-case
 * character a byte, as {@link ByteCursor} reads them; 0 is "no unit written".
 */
final class Unit {

    /** Not a unit of this kind. */
    static final int NOT_THIS = Integer.MIN_VALUE;

    static final long NONE = 0;
    static final long WH = pack("wh");
    static final long KVA = pack("kva");
    static final long VA = pack("va");

    private static final long KWH = pack("kwh");
    private static final long MWH = pack("mwh");
    private static final long KVARH = pack("kvarh");
    private static final long VARH = pack("varh");
    private static final long KVAR = pack("kvar");
    private static final long VAR = pack("var");
    private static final long W = pack("w");
    private static final long KW = pack("kw");
    private static final long MW = pack("mw");
    private static final long V = pack("v");
    private static final long KV = pack("kv");
    private static final long A = pack("a");
    private static final long KA = pack("ka");
    private static final long MA = pack("ma");
    private static final long M3 = pack("m3");
    private static final long NM3 = pack("nm3");
    private static final long DM3 = pack("dm3");
    private static final long L = pack("l");
    private static final long GJ = pack("gj");
    private static final long MJ = pack("mj");
    private static final long S = pack("s");

    private Unit() {}

    static long pack(String lowerCase) {
        long packed = 0;
        for (int i = 0; i < lowerCase.length(); i++) {
            packed = packed << 8 | lowerCase.charAt(i);
        }
        return packed;
    }

    /** A unit as it stands in a telegram. */
    static long pack(byte[] bytes, int from, int to) {
        long packed = 0;
        for (int i = from; i < to && i < from + Long.BYTES; i++) {
            packed = packed << 8 | ((bytes[i] | 0x20) & 0xFF);
        }
        return packed;
    }

    /** To Wh. */
    static int energy(long unit) {
        return unit == KWH ? 3 : unit == WH ? 0 : unit == MWH ? 6 : NOT_THIS;
    }

    /** To varh; some meters leave the hour out. */
    static int reactiveEnergy(long unit) {
        return unit == KVARH || unit == KVAR ? 3 : unit == VARH || unit == VAR ? 0 : NOT_THIS;
    }

    /** To what a register of the meter itself counts. */
    static int of(RegisterUnit counted, long unit) {
        return counted == RegisterUnit.VARH ? reactiveEnergy(unit) : energy(unit);
    }

    /** To W; "MW" is a megawatt. */
    static int power(long unit) {
        return unit == KW ? 3 : unit == W ? 0 : unit == MW ? 6 : NOT_THIS;
    }

    /** To VA. */
    static int apparentPower(long unit) {
        return unit == KVA ? 3 : unit == VA ? 0 : NOT_THIS;
    }

    /** To tenths of a volt. */
    static int voltage(long unit) {
        return unit == V ? 1 : unit == KV ? 4 : NOT_THIS;
    }

    /** To hundredths of an ampere. */
    static int current(long unit) {
        return unit == A ? 2 : unit == MA ? -1 : unit == KA ? 5 : NOT_THIS;
    }

    /** To litres; "Nm3" is gas at normal temperature and pressure. */
    static int volume(long unit) {
        return unit == M3 || unit == NM3 ? 3 : unit == DM3 || unit == L ? 0 : NOT_THIS;
    }

    /** To MJ. */
    static int heat(long unit) {
        return unit == GJ ? 3 : unit == MJ ? 0 : NOT_THIS;
    }

    /** To seconds. */
    static int duration(long unit) {
        return unit == S || unit == NONE ? 0 : NOT_THIS;
    }
}
