package energy.sem.bill.price;

import java.nio.charset.StandardCharsets;

/** Invented answers of sources. */
final class Documents {
    static String series(String curve, String extra, String... periods) {
        return "<TimeSeries><contract_MarketAgreement.type>A01</contract_MarketAgreement.type>"
                + "<currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>"
                + extra
                + "<curveType>" + curve + "</curveType>" + String.join("", periods) + "</TimeSeries>";
    }

    static String period(String start, String end, String resolution, String... points) {
        StringBuilder xml = new StringBuilder("<Period><timeInterval><start>" + start + "</start><end>" + end
                + "</end></timeInterval><resolution>" + resolution + "</resolution>");
        for (String point : points) {
            String[] parts = point.split("=", -1);
            xml.append("<Point><position>" + parts[0] + "</position><price.amount>" + parts[1]
                    + "</price.amount></Point>");
        }
        return xml + "</Period>";
    }

    static String publication(String... series) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Publication_MarketDocument"
                + " xmlns=\"urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3\"><type>A44</type>"
                + "<period.timeInterval><start>2026-01-01T00:00Z</start><end>2026-12-31T00:00Z</end></period.timeInterval>"
                + String.join("", series) + "</Publication_MarketDocument>";
    }

    static String acknowledgement(String code, String text) {
        return "<Acknowledgement_MarketDocument xmlns=\"urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:7:0\">"
                + "<Reason><code>" + code + "</code><text>" + text
                + "</text></Reason></Acknowledgement_MarketDocument>";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Documents() {}
}
