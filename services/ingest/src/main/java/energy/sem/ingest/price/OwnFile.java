package energy.sem.ingest.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceFault;
import energy.sem.bill.price.PriceFile;
import energy.sem.bill.price.QuarterPrices;

/** The file of one's own prices, as it is at the moment. */
final class OwnFile {
    private final Path path;

    OwnFile(Path path) {
        this.path = path;
    }

    /** What it has of a day, and what is wrong with it. */
    Asking.Answer of(DeliveryDay day) {
        try {
            QuarterPrices prices = PriceFile.read(Files.readAllBytes(path)).of(day);
            return new Asking.Answer(prices, null, Asking.lacking(day, prices), null);
        } catch (NoSuchFileException e) {
            return wrong("there is no file " + path);
        } catch (IOException e) {
            return wrong("the file " + path + " cannot be read: " + e.getMessage());
        } catch (PriceFault e) {
            return new Asking.Answer(QuarterPrices.NONE, null, e, null);
        }
    }

    private static Asking.Answer wrong(String words) {
        return new Asking.Answer(QuarterPrices.NONE, null, new PriceFault(PriceFault.Kind.WRONG, words), null);
    }

    /** What tells that it has changed. */
    String stamp() {
        try {
            return Files.getLastModifiedTime(path) + "/" + Files.size(path);
        } catch (IOException e) {
            return "away";
        }
    }
}
