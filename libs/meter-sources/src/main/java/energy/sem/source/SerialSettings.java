package energy.sem.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a serial port is opened with; one stop bit always.
 *
 * @param baud bits a second
 * @param dataBits 7 or 8
 * @param evenParity whether a parity bit follows
 */
record SerialSettings(int baud, int dataBits, boolean evenParity) {
    private static final Pattern QUERY = Pattern.compile("(?:baud=([0-9]{3,6}))?&?(?:format=(8N1|7E1))?");

    /**
     * From {@code baud=9600&format=7E1}; either may be left out.
     *
     * @throws IllegalArgumentException with a line for people
     */
    static SerialSettings parse(String query) {
        Matcher matcher = QUERY.matcher(query);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"?" + query + "\" is not of the form ?baud=9600&format=7E1");
        }
        boolean seven = "7E1".equals(matcher.group(2));
        int usual = seven ? 9_600 : 115_200;
        int baud = matcher.group(1) == null ? usual : Integer.parseInt(matcher.group(1));
        return new SerialSettings(baud, seven ? 7 : 8, seven);
    }

    /** Such as {@code 115200 8N1}. */
    @Override
    public String toString() {
        return baud + " " + dataBits + (evenParity ? "E" : "N") + "1";
    }
}
