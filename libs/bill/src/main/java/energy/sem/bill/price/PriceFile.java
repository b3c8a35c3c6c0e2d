package energy.sem.bill.price;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import energy.sem.bill.document.Node;

/**
 * Prices in a file of one's own: {@code date,quarter,eur_mwh}, the quarter hour counted from 1 through the delivery day, so that
 * the day of 100 has one line for each of its doubled hour. Lines that begin with {@code #} are remarks.
 */
public final class PriceFile {
    private static final String HEADER = "date,quarter,eur_mwh";

    /**
     * The prices in it.
     *
     * @throws PriceFault that names the line
     */
    public static QuarterPrices read(byte[] file) throws PriceFault {
        QuarterPrices.Builder prices = new QuarterPrices.Builder();
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEADER)) {
                try {
                    line(line, prices);
                } catch (PriceFault e) {
                    throw PriceFault.wrong("line " + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        return prices.build();
    }

    private static void line(String line, QuarterPrices.Builder prices) throws PriceFault {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw PriceFault.wrong("three cells were expected, " + HEADER);
        }
        DeliveryDay day = day(cells[0].strip());
        String position = cells[1].strip();
        if (!position.matches("[1-9]\\d{0,2}") || Integer.parseInt(position) > day.quarters()) {
            throw PriceFault.wrong(
                    "the quarter \"" + Node.quoted(position) + "\" is none of the " + day.quarters() + " of that day");
        }
        int quarter = day.from() + Integer.parseInt(position) - 1;
        prices.put(quarter, quarter + 1, QuarterPrices.number(cells[2]));
    }

    private static DeliveryDay day(String text) throws PriceFault {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return new DeliveryDay(date);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw PriceFault.wrong("\"" + Node.quoted(text) + "\" is no day: write it as 2026-11-29");
    }

    private PriceFile() {}
}
