package energy.sem.p1;

/**
 * OBIS codes A-B:C.D.E as one number each: the hexadecimal digits are A, B, CC, DD, EE, so that the whole code is
 * compared at once. {@code 0-1:96.3.10} and {@code 0-0:96.3.10} differ in B only.
 */
final class Obis {

    static final int NONE = -1;

    /** 0-0:96.1.4, then 1-3:0.2.8, and so on as the name says; the objects are described at {@link Telegram}. */
    static final int BELGIAN_VERSION = 0x0_0_60_01_04;

    static final int VERSION = 0x1_3_00_02_08;
    static final int TIME = 0x0_0_01_00_00;

    /** Without their A, which is 0 or 1. */
    static final int TIME_OF_DAY = 0x0_00_09_01;

    static final int DATE = 0x0_00_09_02;

    static final int SERIAL = 0x0_0_60_01_01;
    static final int SECOND_SERIAL = 0x0_0_60_01_00;

    /** Of German meters, 1-0:96.1.0*255. */
    static final int GERMAN_SERIAL = 0x1_0_60_01_00;

    static final int LOGICAL_NAME = 0x0_0_2A_00_00;
    static final int EAN = 0x0_0_60_01_02;
    static final int TARIFF = 0x0_0_60_0E_00;
    static final int MESSAGE = 0x0_0_60_0D_00;
    static final int MESSAGE_CODE = 0x0_0_60_0D_01;

    static final int IMPORT_POWER = 0x1_0_01_07_00;
    static final int EXPORT_POWER = 0x1_0_02_07_00;

    static final int NET_POWER = 0x1_0_10_07_00;

    static final int DEMAND = 0x1_0_01_04_00;
    static final int RUNNING_PEAK = 0x1_0_01_06_00;
    static final int MONTH_PEAKS = 0x0_0_62_01_00;

    static final int BREAKER = 0x0_0_60_03_0A;
    static final int BREAKER_HUNGARY = 0x0_0_60_32_44;
    static final int LIMITER = 0x0_0_11_00_00;
    static final int FUSE = 0x1_0_1F_04_00;
    static final int AVERAGE_CURRENT_L2 = 0x1_0_33_04_00;
    static final int AVERAGE_CURRENT_L3 = 0x1_0_47_04_00;
    static final int GRID = 0x1_0_5E_20_01;
    static final int FAILURES = 0x0_0_60_07_15;
    static final int LONG_FAILURES = 0x0_0_60_07_09;
    static final int FAILURE_LOG = 0x1_0_63_61_00;

    /** The C.D.E of what M-Bus channels and relays say, without their number, which is B. */
    static final int RELAY = 0x60_03_0A;

    static final int MBUS_TYPE = 0x18_01_00;
    static final int MBUS_SERIAL = 0x60_01_00;
    static final int MBUS_SERIAL_2 = 0x60_01_01;
    static final int MBUS_EAN = 0x60_01_02;
    static final int MBUS_READING = 0x18_02_01;
    static final int MBUS_READING_UNCORRECTED = 0x18_02_03;
    static final int MBUS_READING_DSMR_3 = 0x18_03_00;
    static final int MBUS_VALVE = 0x18_04_00;

    private Obis() {}

    static int of(int a, int b, int c, int d, int e) {
        return a > 7 || b > 15 || c > 255 || d > 255 || e > 255 ? NONE : a << 28 | b << 24 | c << 16 | d << 8 | e;
    }

    /** Whether A is 0 and B is not: a device on the M-Bus, or a relay. */
    static boolean isOfDevice(int code) {
        return code >>> 28 == 0 && code >>> 24 != 0;
    }

    static int a(int code) {
        return code >>> 28;
    }

    static int b(int code) {
        return code >>> 24 & 0xF;
    }

    static int c(int code) {
        return code >>> 16 & 0xFF;
    }

    static int withoutA(int code) {
        return code & 0xFFF_FFFF;
    }

    static int withoutAB(int code) {
        return code & 0xFF_FFFF;
    }
}
