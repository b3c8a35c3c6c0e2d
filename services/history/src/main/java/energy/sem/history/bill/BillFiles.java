package energy.sem.history.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.cost.Contracts;
import energy.sem.history.store.DatabaseFailure;
import energy.sem.history.store.PageContracts;
import energy.sem.history.store.PageContracts.PageContract;

/**
 * Every contract there is: of the settings, of the file {@code sem.bill.contracts}, of the page, and offers of {@code sem.bill.offers}.
 * What has changed is read again; while a file is wrong, or the database away, what was said before counts. Thread-safe.
 */
@ApplicationScoped
public class BillFiles {
    private static final Logger LOG = Logger.getLogger(BillFiles.class);

    /** How often files are looked at, nanoseconds. */
    private static final long LOOK_NANO = Duration.ofSeconds(5).toNanos();

    private final List<Contract> settings;
    private final Optional<Path> contracts;
    private final Optional<Path> offers;
    private final PageContracts page;
    private ContractBook inFiles = ContractBook.NONE;
    private ContractBook book = ContractBook.NONE;
    private String fault;
    private String seen;
    private List<PageContract> seenOnPage = List.of();
    private boolean looked;
    private long lookedNano;

    @Inject
    BillFiles(
            Contracts settings,
            @ConfigProperty(name = "sem.bill.contracts") Optional<String> contracts,
            @ConfigProperty(name = "sem.bill.offers") Optional<String> offers,
            PageContracts page) {
        this.settings = settings.all().stream().map(SettingsContract::of).toList();
        this.contracts = contracts.map(Path::of);
        this.offers = offers.map(Path::of);
        this.page = page;
        this.seen = stamp();
        try {
            this.inFiles = read();
            this.book = inFiles;
        } catch (IllegalArgumentException | IOException | DocumentFault e) {
            fault = e.getMessage();
        }
    }

    /** A file that is wrong stops the start: a bill without one of its lines would be believed. */
    void check(@Observes StartupEvent start) {
        if (fault != null) {
            throw new ConfigurationException("settings sem.bill.contracts and sem.bill.offers: " + fault);
        }
    }

    private synchronized ContractBook book() {
        if (!looked || System.nanoTime() - lookedNano >= LOOK_NANO) {
            look();
            lookedNano = System.nanoTime();
            looked = true;
        }
        return book;
    }

    /** Reads the files and the page's contracts again when they have changed. */
    synchronized void look() {
        boolean readAnew = lookAtFiles();
        List<PageContract> now = onPage();
        if (readAnew || !now.equals(seenOnPage)) {
            seenOnPage = now;
            book = inFiles.with(now);
            book.onPage().stream()
                    .filter(each -> each.fault() != null)
                    .forEach(each -> LOG.warnf(
                            "contract %s of the page does not count: %s",
                            each.kept().name(), each.fault()));
        }
    }

    private List<PageContract> onPage() {
        try {
            return page.all();
        } catch (DatabaseFailure e) {
            LOG.debugf(e, "the contracts of the page cannot be read, those that were known count");
            return seenOnPage;
        }
    }

    /** Whether they say something else by now, that counts. */
    private boolean lookAtFiles() {
        String now = stamp();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            inFiles = read();
            LOG.info("read the files of contracts again: they have changed");
            return true;
        } catch (IllegalArgumentException | IOException | DocumentFault e) {
            LOG.warnf(
                    "the files of contracts have changed and are wrong; what they said before counts: %s",
                    e.getMessage());
            return false;
        }
    }

    private ContractBook read() throws IOException, DocumentFault {
        return ContractBook.of(settings, read(contracts), read(offers));
    }

    /** What tells that a file has changed. */
    private String stamp() {
        return stamp(contracts) + " " + stamp(offers);
    }

    private static String stamp(Optional<Path> file) {
        try {
            return file.isEmpty() ? "" : Files.getLastModifiedTime(file.get()) + "/" + Files.size(file.get());
        } catch (IOException e) {
            return "away";
        }
    }

    private static ContractFile read(Optional<Path> file) throws IOException, DocumentFault {
        if (file.isEmpty()) {
            return ContractFile.NONE;
        }
        try {
            return ContractFile.read(Files.readAllBytes(file.get()));
        } catch (DocumentFault e) {
            throw new DocumentFault(file.get() + ", " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new DocumentFault("there is no file " + file.get());
        }
    }

    /** The contracts that hold for a meter, one after the other. */
    public List<Tariff> of(String meter) {
        return book().of(meter);
    }

    /** Whether a contract of the file or of the page is for a meter. */
    boolean bills(String meter) {
        return book().bills(meter);
    }

    /** All of them at this moment that are for meters that who asks may read, or for every meter. */
    ContractBook openTo(ReadableMeters readable) {
        return book().openTo(readable);
    }

    /**
     * The same.
     *
     * @throws Problem 404 when there is none
     */
    List<Tariff> holding(String meter) {
        List<Tariff> all = of(meter);
        if (all.isEmpty()) {
            throw Problem.notFound("No contract is for " + meter
                    + ": add one on the page, by SEM_CONTRACTS_…, or in the file SEM_BILL_CONTRACTS names.");
        }
        return all;
    }

    /**
     * Those of a utility that hold on some of the days from one to another.
     *
     * @throws Problem 404 when there is none
     */
    List<Tariff> holding(String meter, Utility utility, LocalDate first, LocalDate last) {
        List<Tariff> all = of(meter).stream()
                .filter(each -> each.contract().utility() == utility)
                .toList();
        List<Tariff> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Contract contract = all.get(i).contract();
            boolean replaced =
                    i + 1 < all.size() && !all.get(i + 1).contract().from().isAfter(first);
            boolean over = contract.until() != null && !contract.until().isAfter(first);
            if (!replaced && !over && !contract.from().isAfter(last)) {
                some.add(all.get(i));
            }
        }
        if (some.isEmpty()) {
            throw Problem.notFound("No contract for " + utility.word() + " of " + meter + " holds on " + first
                    + ": add one on the page, by SEM_CONTRACTS_…, or in the file SEM_BILL_CONTRACTS names.");
        }
        return some;
    }

    /**
     * A contract or offer as if it always held.
     *
     * @throws Problem 404 when there is none of this name that who asks may see
     */
    Tariff offer(String name, ReadableMeters readable) {
        Tariff offer = openTo(readable).byName().get(name);
        if (offer == null) {
            throw Problem.notFound(
                    "There is no contract \"" + name + "\"; there are " + String.join(", ", names(readable)) + ".");
        }
        return always(offer);
    }

    /** A contract as if it always held, and for every meter. */
    static Tariff always(Tariff tariff) {
        return new Tariff(tariff.contract().always(), tariff.lines());
    }

    /** All sets there are, one's own in the place of those that SEM brings along. */
    Map<String, TariffSet> sets() {
        return book().sets();
    }

    /** Values of months that somebody entered. */
    EnteredMonths values() {
        return book().values();
    }

    /** The names of all contracts and offers that who asks may see, in order. */
    List<String> names(ReadableMeters readable) {
        return openTo(readable).byName().keySet().stream().sorted().toList();
    }
}
