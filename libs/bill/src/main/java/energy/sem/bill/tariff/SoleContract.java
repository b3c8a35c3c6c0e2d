package energy.sem.bill.tariff;

import java.util.Map;

import energy.sem.bill.document.DocumentFault;

/** A document that is one contract of one meter and nothing else: what the page sends, and what is kept of it. */
public final class SoleContract {
    /** A contract has a tenth of it. */
    public static final int MOST_BYTES = 64 * 1024;

    /**
     * Reads one with the sets that it lies on.
     *
     * @throws IllegalArgumentException in words, when it is none, or does not fit on them
     */
    public static Tariff read(byte[] document, Map<String, TariffSet> sets) {
        return Tariff.of(read(document), sets);
    }

    /**
     * Reads one alone.
     *
     * @throws IllegalArgumentException in words, when it is none
     */
    public static Contract read(byte[] document) {
        if (document.length > MOST_BYTES) {
            throw new IllegalArgumentException("the contract is larger than 64 KiB: it is none");
        }
        try {
            ContractFile file = ContractFile.read(document);
            if (file.contracts().size() != 1
                    || !file.sets().isEmpty()
                    || !file.values().isEmpty()) {
                throw new IllegalArgumentException(
                        "it must be one contract, without sets and values: those have a place in a file");
            }
            if (file.contracts().get(0).meter() == null) {
                throw new IllegalArgumentException("the contract needs the meter that it is for");
            }
            return file.contracts().get(0);
        } catch (DocumentFault e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private SoleContract() {}
}
