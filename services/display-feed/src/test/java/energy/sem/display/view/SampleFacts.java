package energy.sem.display.view;

import java.time.LocalDateTime;

/** Facts of invented homes, one at a time; what is not said is not known. */
public final class SampleFacts {
    private GridEnergy grid = GridEnergy.NONE;
    private Peaks peaks = Peaks.NONE;
    private Long gasLitre;
    private Long waterLitre;
    private Long costCent;
    private Prices prices = Prices.NONE;
    private Long freeW;

    private SampleFacts() {}

    public static SampleFacts none() {
        return new SampleFacts();
    }

    public SampleFacts grid(GridEnergy value) {
        grid = value;
        return this;
    }

    public SampleFacts tariffs(long tariff1Wh, long tariff2Wh) {
        return grid(new GridEnergy(null, null, tariff1Wh, tariff2Wh));
    }

    public SampleFacts peak(long watt, LocalDateTime at) {
        peaks = new Peaks(new Peak(watt, at.minusMinutes(15), at), peaks.month(), peaks.billingPeakW());
        return this;
    }

    public SampleFacts monthPeak(long watt, LocalDateTime at) {
        peaks = new Peaks(peaks.period(), new Peak(watt, at.minusMinutes(15), at), peaks.billingPeakW());
        return this;
    }

    public SampleFacts billingPeak(long watt) {
        peaks = new Peaks(peaks.period(), peaks.month(), watt);
        return this;
    }

    public SampleFacts peaks(Peaks value) {
        peaks = value;
        return this;
    }

    public SampleFacts gas(long litre) {
        gasLitre = litre;
        return this;
    }

    public SampleFacts water(long litre) {
        waterLitre = litre;
        return this;
    }

    public SampleFacts cost(long cent) {
        costCent = cent;
        return this;
    }

    public SampleFacts prices(Prices value) {
        prices = value;
        return this;
    }

    public SampleFacts free(long watt) {
        freeW = watt;
        return this;
    }

    public Facts facts() {
        return new Facts(grid, peaks, gasLitre, waterLitre, costCent, prices, freeW);
    }
}
