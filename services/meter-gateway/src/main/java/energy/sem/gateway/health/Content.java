package energy.sem.gateway.health;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.event.UnknownObject;

/** Says what is odd about the content of a meter's telegrams. Pure. */
final class Content {

    /** Active energy, whatever its channel and tariff (IEC 62056-6-1). */
    private static final Pattern ENERGY = Pattern.compile("[0-9]-[0-9]+:(1|2|15|16)\\.8\\.[0-9]+([.*]255)?");

    private static final int NAMED = 4;
    private static final String HEAT = "HEAT";

    private Content() {}

    /** Each thing that is odd in words that follow "telegrams arrive, but". */
    static List<String> odd(TelegramEvent last, Manner manner) {
        List<String> odd = new ArrayList<>();
        if (!hasReading(last)) {
            odd.add(withoutReading(last));
        }
        if (!manner.notUnderstood().isEmpty()) {
            odd.add("not all of the last one is understood: " + named(manner.notUnderstood()));
        }
        if (manner.hasOtherChecksum()) {
            odd.add("with the checksum " + manner.checksum() + ", which is believed of this meter");
        }
        return odd;
    }

    private static boolean hasReading(TelegramEvent event) {
        boolean hasDevices = event.devices() != null && !event.devices().isEmpty();
        return hasDevices || HEAT.equals(event.dialect()) || hasRegister(event.electricity());
    }

    private static boolean hasRegister(Electricity electricity) {
        return electricity != null && !electricity.registers().isEmpty();
    }

    private static String withoutReading(TelegramEvent event) {
        List<String> elsewhere = event.unknown() == null
                ? List.of()
                : event.unknown().stream()
                        .map(UnknownObject::obis)
                        .filter(code -> ENERGY.matcher(code).matches())
                        .toList();
        if (!elsewhere.isEmpty()) {
            return "their registers are in objects that are not read: " + named(elsewhere);
        }
        return event.electricity() != null
                ? "they have momentary values and no register"
                : "only short ones without meter readings: the user port may have been closed by the grid operator";
    }

    private static String named(List<String> codes) {
        String some = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
        return codes.size() > NAMED ? some + " and " + (codes.size() - NAMED) + " more" : some;
    }
}
