package energy.sem.p1;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A counter of a meter that only rises, the one vocabulary of all that is counted: what a telegram calls it (OBIS), and its
 * name in events, tables, answers and CSV, all made from the constant. The name carries the unit.
 *
 * <p>Tariffs are numbers, because 1 and 2 mean opposite things: 1 is day in Belgium (e-MUCS 1.3) and low in the Netherlands
 * (P1-502 7.1). OBIS codes of active energy: {@code 1-0:1.8.e} from the grid and {@code 1-0:2.8.e} to it, e being the tariff
 * or 0 for the meter's own total (IEC 62056-6-1; tariffs 1 and 2 in P1-502 6.12, totals in Luxmetering P1 and HAN H1).
 * Reactive energy is {@code 1-0:3.8.0} to {@code 1-0:8.8.0} (the same), and counts in no total.
 */
public enum Register {
    IMPORT_T1_WH(Direction.IMPORT, 1),
    IMPORT_T2_WH(Direction.IMPORT, 2),
    IMPORT_T3_WH(Direction.IMPORT, 3),
    IMPORT_T4_WH(Direction.IMPORT, 4),
    IMPORT_T5_WH(Direction.IMPORT, 5),
    IMPORT_T6_WH(Direction.IMPORT, 6),
    IMPORT_T7_WH(Direction.IMPORT, 7),
    IMPORT_T8_WH(Direction.IMPORT, 8),
    /** The meter's own total, of all tariffs; a submeter's energy. */
    IMPORT_WH(Direction.IMPORT, 0),
    EXPORT_T1_WH(Direction.EXPORT, 1),
    EXPORT_T2_WH(Direction.EXPORT, 2),
    EXPORT_T3_WH(Direction.EXPORT, 3),
    EXPORT_T4_WH(Direction.EXPORT, 4),
    EXPORT_T5_WH(Direction.EXPORT, 5),
    EXPORT_T6_WH(Direction.EXPORT, 6),
    EXPORT_T7_WH(Direction.EXPORT, 7),
    EXPORT_T8_WH(Direction.EXPORT, 8),
    /** The meter's own total, of all tariffs. */
    EXPORT_WH(Direction.EXPORT, 0),
    REACTIVE_IMPORT_VARH(3, "reactive energy from the grid"),
    REACTIVE_EXPORT_VARH(4, "reactive energy to the grid"),
    /** The quadrants: 1 takes both, 2 gives active and takes reactive, 3 gives both, 4 takes active and gives reactive. */
    REACTIVE_Q1_VARH(5, "reactive energy in quadrant 1"),
    REACTIVE_Q2_VARH(6, "reactive energy in quadrant 2"),
    REACTIVE_Q3_VARH(7, "reactive energy in quadrant 3"),
    REACTIVE_Q4_VARH(8, "reactive energy in quadrant 4"),
    /** Gas or water of an M-Bus device. */
    VOLUME_L(RegisterUnit.LITRE, "volume"),
    /** Heat of an M-Bus device. */
    HEAT_MJ(RegisterUnit.MJ, "heat");

    /** How many tariffs a meter may have (OBIS value group E, 1 to 8 as meters use it). */
    public static final int MOST_TARIFFS = 8;

    private static final int MOST_OBIS_TARIFFS = 63;

    private static final int MOST_C = 8;
    private static final int ENERGY_AB_D = 0x1_0_00_08_00;
    private static final int NOT_C_AND_E = 0xFF_00_FF_00;

    private static final Register[] BY_C_AND_E = new Register[(MOST_C + 1) << 4];
    private static final Map<String, Register> BY_JSON_NAME;
    private static final Map<String, Register> BY_COLUMN;
    private static final Map<Direction, List<Register>> TARIFFS = new EnumMap<>(Direction.class);
    private static final List<Register> OF_METER;

    static {
        Map<String, Register> byName = new HashMap<>();
        Map<String, Register> byColumn = new HashMap<>();
        List<Register> ofMeter = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            TARIFFS.put(direction, new ArrayList<>());
        }
        for (Register register : values()) {
            byName.put(register.jsonName, register);
            byColumn.put(register.column, register);
            if (register.obis != Obis.NONE) {
                BY_C_AND_E[index(register.obis)] = register;
                ofMeter.add(register);
            }
            if (register.tariff > 0) {
                TARIFFS.get(register.direction).add(register);
            }
        }
        BY_JSON_NAME = Map.copyOf(byName);
        BY_COLUMN = Map.copyOf(byColumn);
        OF_METER = List.copyOf(ofMeter);
        TARIFFS.replaceAll((direction, tariffs) -> List.copyOf(tariffs));
    }

    private final Direction direction;
    private final int tariff;
    private final RegisterUnit unit;
    private final int obis;
    private final String label;
    private final String jsonName;
    private final String column;
    private final String answerName;
    private final String csvHeader;

    /** Active energy. */
    Register(Direction direction, int tariff) {
        this(
                direction,
                tariff,
                RegisterUnit.WH,
                Obis.of(1, 0, direction == Direction.IMPORT ? 1 : 2, 8, tariff),
                (direction == Direction.IMPORT ? "energy from the grid" : "energy to the grid")
                        + (tariff == 0 ? ", the meter's own total" : " in tariff " + tariff));
    }

    /** Reactive energy, by the OBIS value group C. */
    Register(int quantity, String label) {
        this(null, 0, RegisterUnit.VARH, Obis.of(1, 0, quantity, 8, 0), label);
    }

    /** Of an M-Bus device, whose objects have a channel: see {@link MbusDevice}. */
    Register(RegisterUnit unit, String label) {
        this(null, 0, unit, Obis.NONE, label);
    }

    Register(Direction direction, int tariff, RegisterUnit unit, int obis, String label) {
        this.direction = direction;
        this.tariff = tariff;
        this.unit = unit;
        this.obis = obis;
        this.label = label;
        String stem = name().substring(0, name().lastIndexOf('_')).toLowerCase(Locale.ROOT);
        column = stem + '_' + unit.inColumns;
        csvHeader = stem + '_' + unit.inCsv;
        String camelCase = camelCase(stem);
        jsonName = camelCase + unit.inEvents;
        answerName = camelCase + unit.inAnswers;
    }

    private static String camelCase(String snakeCase) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < snakeCase.length(); i++) {
            char c = snakeCase.charAt(i);
            boolean begins = i > 0 && snakeCase.charAt(i - 1) == '_';
            if (c != '_') {
                name.append(begins ? Character.toUpperCase(c) : c);
            }
        }
        return name.toString();
    }

    /** The registers of active energy in one direction, tariff by tariff, without the total. */
    public static List<Register> tariffs(Direction direction) {
        return TARIFFS.get(direction);
    }

    /** The meter's own total in one direction. */
    public static Register total(Direction direction) {
        return direction == Direction.IMPORT ? IMPORT_WH : EXPORT_WH;
    }

    /** The registers of an electricity meter itself, in their order; the others are M-Bus devices'. */
    public static List<Register> ofElectricityMeter() {
        return OF_METER;
    }

    /** The register of this name in events, or null. */
    public static Register ofJsonName(String name) {
        return BY_JSON_NAME.get(name);
    }

    /** The register of this column of {@code reading}, or null. */
    public static Register ofColumn(String column) {
        return BY_COLUMN.get(column);
    }

    /** The register of an OBIS code of the meter itself, or null. */
    static Register ofObis(int code) {
        return (code & NOT_C_AND_E) == ENERGY_AB_D && Obis.c(code) <= MOST_C && (code & 0xFF) <= MOST_TARIFFS
                ? BY_C_AND_E[index(code)]
                : null;
    }

    /** Whether the code is of a tariff that none of these is for: a meter may have 63 (IEC 62056-6-1). */
    static boolean isTariffBeyond(int code) {
        int e = code & 0xFF;
        boolean active = Obis.c(code) == 1 || Obis.c(code) == 2;
        return (code & NOT_C_AND_E) == ENERGY_AB_D && active && e > MOST_TARIFFS && e <= MOST_OBIS_TARIFFS;
    }

    private static int index(int code) {
        return (Obis.c(code) << 4) | (code & 0xF);
    }

    /** Its place among all, for arrays in memory; it is never stored or sent. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** Which way the energy flows; null for what has no direction. */
    public Direction direction() {
        return direction;
    }

    /** 1 to {@value #MOST_TARIFFS}; 0 for what has no tariff. */
    public int tariff() {
        return tariff;
    }

    /** Whether it counts all tariffs of its direction. */
    public boolean isTotal() {
        return direction != null && tariff == 0;
    }

    /** What it counts. */
    public RegisterUnit unit() {
        return unit;
    }

    /** Its code in telegrams, such as {@code 1-0:1.8.1}; null for an M-Bus device's. */
    public String obis() {
        return obis == Obis.NONE ? null : "1-0:" + Obis.c(obis) + ".8." + tariff;
    }

    /** What it counts, in words: {@code energy from the grid in tariff 1}. */
    public String label() {
        return label;
    }

    /** Its name in events and findings, such as {@code importT1Wh}. */
    public String jsonName() {
        return jsonName;
    }

    /** Its column in {@code reading}, such as {@code import_t1_wh}. */
    public String column() {
        return column;
    }

    /** The column of {@code quarter_hour} with the first value, such as {@code first_import_t1_wh}. */
    public String firstColumn() {
        return "first_" + column;
    }

    /** The column of {@code quarter_hour} with the last value, such as {@code last_import_t1_wh}. */
    public String lastColumn() {
        return "last_" + column;
    }

    /** Its name in the API's answers, a thousandth of what is counted inside: {@code importT1Kwh}. */
    public String answerName() {
        return answerName;
    }

    /** Its header in CSV: {@code import_t1_kwh}. */
    public String csvHeader() {
        return csvHeader;
    }
}
