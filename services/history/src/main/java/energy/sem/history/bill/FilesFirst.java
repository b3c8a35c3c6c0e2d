package energy.sem.history.bill;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.cost.BilledElsewhere;

/** A contract of the file or of the page for a meter counts in place of what its settings alone would cost. */
@ApplicationScoped
class FilesFirst implements BilledElsewhere {
    private final BillFiles files;

    FilesFirst(BillFiles files) {
        this.files = files;
    }

    @Override
    public boolean holds(String meter) {
        return files.bills(meter);
    }
}
