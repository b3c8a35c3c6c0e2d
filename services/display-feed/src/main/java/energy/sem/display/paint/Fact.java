package energy.sem.display.paint;

import java.util.List;

/**
 * One line beside the headline.
 *
 * @param labels what it is, longest first
 * @param note a second line under the label; null for none
 * @param value number and unit
 * @param export whether it is the export, whose bars hang below zero
 */
record Fact(List<String> labels, String note, String value, boolean export) {

    Fact(String label, String value) {
        this(List.of(label), null, value, false);
    }
}
