package energy.sem.history.cost;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that flowed and has no price: why a cost is not known.
 *
 * @param part what of a cost it would be
 * @param contract the name of the contract that has no price for it, or {@code null} where none holds at all
 * @param quantity how much flowed, in thousandths of the part's unit
 * @param tariffs from 3 up, those that it flowed in; empty for a part that has a tariff of its own or where no tariff counts
 */
public record Unpriced(Part part, String contract, long quantity, SortedSet<Integer> tariffs) {

    Unpriced(Part part, String contract, long quantity, Collection<Integer> tariffs) {
        this(part, contract, quantity, new TreeSet<>(tariffs));
    }

    boolean isLike(Unpriced other) {
        return part == other.part && (contract == null ? other.contract == null : contract.equals(other.contract));
    }

    Unpriced plus(Unpriced other) {
        SortedSet<Integer> both = new TreeSet<>(tariffs);
        both.addAll(other.tariffs);
        return new Unpriced(part, contract, quantity + other.quantity, both);
    }

    /** In a word: {@code no-contract} or {@code no-price}. */
    public String reason() {
        return contract == null ? "no-contract" : "no-price";
    }

    /** The setting that gives it a price, as docs/settings.md lists it: {@code SEM_CONTRACTS_FIXED26_IMPORT_KWH}. */
    public String setting() {
        return contract == null
                ? "SEM_CONTRACTS_<NAME>_FROM"
                : "SEM_CONTRACTS_" + contract.toUpperCase(Locale.ROOT) + "_" + part.setting();
    }

    /** What is missing and what to do, as a sentence. */
    public String detail() {
        return contract == null
                ? "No contract for " + part.utility().word() + " holds yet when this flowed: add one by " + setting()
                        + ", its first day, and its prices."
                : "Contract " + contract + " has no price for " + part.words() + inTariffs() + ": add " + setting()
                        + ".";
    }

    private String inTariffs() {
        if (part != Part.IMPORT && part != Part.EXPORT) {
            return "";
        }
        if (tariffs.isEmpty()) {
            return " that no tariff counts";
        }
        StringBuilder words = new StringBuilder(tariffs.size() == 1 ? " in tariff " : " in tariffs ");
        for (int tariff : tariffs) {
            words.append(tariff == tariffs.first() ? "" : tariff == tariffs.last() ? " and " : ", ")
                    .append(tariff);
        }
        return words.toString();
    }
}
