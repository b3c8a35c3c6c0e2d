package energy.sem.history.bill;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import energy.sem.bill.tariff.Band;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.GasConversion;
import energy.sem.bill.tariff.Holidays;
import energy.sem.bill.tariff.Netting;
import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Unit;
import energy.sem.bill.tariff.Utility;
import energy.sem.bill.tariff.Vat;
import energy.sem.bill.tariff.When;

/** A contract of the settings, whose prices hold all that is paid, as components. */
final class SettingsContract {

    static Contract of(energy.sem.history.cost.Contract settings) {
        List<Component> components = new ArrayList<>();
        registers(
                components,
                "energy",
                Flow.IMPORT,
                settings.importT1(),
                settings.importT2(),
                settings.importPlain(),
                settings.utility() == energy.sem.history.cost.Utility.ELECTRICITY,
                false);
        registers(
                components,
                "injection",
                Flow.EXPORT,
                settings.exportT1(),
                settings.exportT2(),
                settings.exportPlain(),
                settings.pricesExport(),
                true);
        add(components, "capacity", Flow.NONE, Unit.EUR_KW_YEAR, settings.capacityKwYear());
        if (settings.utility() != energy.sem.history.cost.Utility.ELECTRICITY) {
            components.add(component(
                    settings.utility().word(),
                    Flow.IMPORT,
                    Unit.EUR_M3,
                    List.of(new Band("", When.ALWAYS, price(settings.m3())))));
        }
        add(components, "monthly fee", Flow.NONE, Unit.EUR_MONTH, settings.month());
        add(components, "yearly fee", Flow.NONE, Unit.EUR_YEAR, settings.year());
        return new Contract(
                settings.name(),
                Utility.valueOf(settings.utility().name()),
                settings.meter(),
                settings.from(),
                null,
                null,
                MonthDay.of(1, 1),
                List.of(),
                Map.of(),
                false,
                GasConversion.NONE,
                components);
    }

    private static void registers(
            List<Component> components,
            String name,
            Flow flow,
            BigDecimal t1,
            BigDecimal t2,
            BigDecimal other,
            boolean priced,
            boolean earned) {
        if (priced) {
            List<Band> bands = new ArrayList<>();
            band(bands, "tariff 1", 1, t1, earned);
            band(bands, "tariff 2", 2, t2, earned);
            band(bands, "other", 0, other, earned);
            components.add(component(name, flow, Unit.EUR_KWH, bands));
        }
    }

    private static void band(List<Band> bands, String name, int tariff, BigDecimal price, boolean earned) {
        bands.add(new Band(name, new When.Register(tariff), price(price == null || !earned ? price : price.negate())));
    }

    /** What flows without one has no known cost, as in what periods cost. */
    private static Price price(BigDecimal price) {
        return price == null ? new Price.Unknown() : new Price.Constant(price);
    }

    private static void add(List<Component> components, String name, Flow flow, Unit unit, BigDecimal price) {
        if (price != null) {
            components.add(component(name, flow, unit, List.of(new Band("", When.ALWAYS, new Price.Constant(price)))));
        }
    }

    private static Component component(String name, Flow flow, Unit unit, List<Band> bands) {
        return new Component(
                name, Owner.SUPPLIER, flow, unit, null, null, Vat.NONE, Netting.NONE, Holidays.NONE, bands, List.of());
    }

    private SettingsContract() {}
}
