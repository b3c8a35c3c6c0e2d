package energy.sem.history.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import energy.sem.history.calendar.Period;
import energy.sem.history.calendar.Step;
import energy.sem.history.cost.Part;
import energy.sem.history.period.Until;
import energy.sem.history.store.Kind;
import energy.sem.sharing.SharingRule;

/**
 * Says of each answer what is always there and which words a field can have, so that a client made from the document knows
 * it: whatever is not named here is left out while it is not known, and nothing is ever null. Words come from the types that
 * they are made from; a field that may have words of a later version, such as {@code what} of an event, lists none.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AnswersInOpenApi implements OASFilter {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("MetersAnswer", "zone meters"),
            Map.entry("Meter", "name simulated everExported devices"),
            Map.entry("Device", "kind serial"),
            Map.entry("DeviceChange", "at what kind serial"),
            Map.entry("LatestAnswer", "meter at ageSeconds stale phases devices"),
            Map.entry("GuardAnswer", "meter at ageSeconds allowedImportW projectedW targetW secondsLeft endsAt lost"),
            Map.entry("MeterRegisters", "serial"),
            Map.entry("Phase", "phase"),
            Map.entry("Quarter", "demandKw projectedKw limitKw freeKw freeAfterKw endsAt"),
            Map.entry("Storage", "troubles"),
            Map.entry("Findings", "at stale faults"),
            Map.entry("Fault", "check what"),
            Map.entry("MonthPeak", "kw source"),
            Map.entry("LatestDevice", "kind serial at"),
            Map.entry("PeriodAnswer", "meter zone from to step complete stale registers total buckets"),
            Map.entry("EdgeRegisters", "from to"),
            Map.entry("RegisterReading", "serial kind at"),
            Map.entry("Previous", "from to registers total"),
            Map.entry("Bucket", "from to estimated"),
            Map.entry("VoltageRange", "phase minV maxV"),
            Map.entry("Bill", "currency"),
            Map.entry("CostPart", "part amount"),
            Map.entry("Unpriced", "reason part quantity unit setting detail"),
            Map.entry("PeaksAnswer", "meter zone months"),
            Map.entry("Month", "month running peakKw source"),
            Map.entry("BillingPeak", "kw months minimumKw from to"),
            Map.entry("BillAnswer", "meter period offset zone from to contracts currency complete lines"),
            Map.entry("BillLine", "utility owner name rule vatPercent"),
            Map.entry("BillForecastAnswer", "meter period zone from to until contracts currency like range words"),
            Map.entry("BillComparisonAnswer", "meter utility zone from to days wholeYear currency words contracts"),
            Map.entry("ComparedContract", "contract basis pricedShare"),
            Map.entry("BillMissing", "line reason from to days detail"),
            Map.entry("PricesAnswer", "area zone from to unit sources prices"),
            Map.entry("PriceAnswer", "meter zone contracts unit cheapest prices sources"),
            Map.entry("QuarterCost", "from to"),
            Map.entry("Stretch", "hours kwh from to eur"),
            Map.entry("ContractsAnswer", "meter contracts"),
            Map.entry("AgreedContract", "name said"),
            Map.entry("ContractCheckAnswer", "contract questions bill"),
            Map.entry("ContractQuestion", "reason line detail"),
            Map.entry("TariffSetsAnswer", "sets"),
            Map.entry("KnownSet", "name words utility owner source checked facts"),
            Map.entry("Fact", "name"),
            Map.entry("PriceSource", "source fetchedAt"),
            Map.entry("SourceFault", "area day source at reason detail"),
            Map.entry("QuarterPrice", "from to eurMwh source"),
            Map.entry("EventsAnswer", "meter zone from to events states"),
            Map.entry("Event", "at what serial"),
            Map.entry("State", "what since serial"),
            Map.entry("GroupsAnswer", "zone groups"),
            Map.entry("Group", "name key members"),
            Map.entry("GroupMember", "meter known"),
            Map.entry("GroupHistoryAnswer", "group key period offset zone from to step complete total members buckets"),
            Map.entry("MemberSum", "meter"),
            Map.entry("GroupBucket", "from to estimated"),
            Map.entry(
                    "GroupSharingAnswer",
                    "group key period offset zone from to complete quarters unknownQuarters estimatedQuarters total"
                            + " members"),
            Map.entry("MemberShare", "meter unknownQuarters estimatedQuarters"),
            Map.entry("RawReading", "at kind serial"));

    private static final List<String> KINDS = words(Kind.values(), Kind::word);
    private static final List<String> PERIODS = words(Period.values(), Period::word);
    private static final List<String> STEPS = words(Step.values(), Step::iso);
    private static final List<String> PARTS = words(Part.values(), Part::word);
    private static final List<String> KEYS = words(SharingRule.values(), SharingRule::word);
    private static final List<String> SOURCES = List.of("meter", "computed");

    /** The words of a field, by schema and field. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("Device.kind", KINDS),
            Map.entry("DeviceChange.kind", KINDS),
            Map.entry("DeviceChange.previousKind", KINDS),
            Map.entry("Backup.trouble", List.of("backup-failed", "backup-late", "drill-failed", "drill-late")),
            Map.entry("DeviceChange.what", List.of("appeared", "replaced", "kind-changed", "moved")),
            Map.entry("LatestDevice.kind", KINDS),
            Map.entry("MonthPeak.source", SOURCES),
            Map.entry("Month.source", SOURCES),
            Map.entry("PeriodAnswer.period", PERIODS),
            Map.entry("PeriodAnswer.step", STEPS),
            Map.entry("RegisterReading.kind", KINDS),
            Map.entry("Group.key", KEYS),
            Map.entry("GroupHistoryAnswer.key", KEYS),
            Map.entry("GroupHistoryAnswer.period", PERIODS),
            Map.entry("GroupHistoryAnswer.step", STEPS),
            Map.entry("GroupSharingAnswer.key", KEYS),
            Map.entry("GroupSharingAnswer.period", PERIODS),
            Map.entry("RawReading.kind", KINDS),
            Map.entry("Event.kind", KINDS),
            Map.entry("Event.previousKind", KINDS),
            Map.entry("State.kind", KINDS),
            Map.entry("CostPart.part", PARTS),
            Map.entry("CostPart.unit", List.of("kWh", "m3")),
            Map.entry("Unpriced.part", PARTS),
            Map.entry("Unpriced.unit", List.of("kWh", "m3")),
            Map.entry("Unpriced.reason", List.of("no-contract", "no-price")),
            Map.entry("Bill.currency", List.of("EUR")));

    /** The words of a parameter, by its name; other case is understood too. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "step",
            STEPS,
            "until",
            words(Until.values(), Until::word),
            "excel",
            List.of("be"),
            "selector",
            List.of("0", "1", "2", "3"));
    /** Parameters that a request without makes no sense. */
    private static final Set<String> NEEDED = Set.of("from", "to", "area");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        ALWAYS.forEach((name, fields) -> schemas.get(name).setRequired(List.of(fields.split(" ", -1))));
        WORDS.forEach((name, words) -> {
            String[] parts = name.split("\\.", -1);
            schemas.get(parts[0]).getProperties().get(parts[1]).setEnumeration(List.copyOf(words));
        });
        for (String month : List.of("Month.month", "BillingPeak.from", "BillingPeak.to")) {
            String[] parts = month.split("\\.", -1);
            schemas.get(parts[0]).getProperties().get(parts[1]).setPattern("^\\d{4}-\\d{2}$");
        }
        schemas.get("Meter").addProperty("health", health());
    }

    /** What is no JSON is text: a client then knows that it may get a string. */
    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getContent() != null) {
            for (MediaType each : response.getContent().getMediaTypes().values()) {
                if (each.getSchema() == null) {
                    each.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
                }
            }
        }
        return response;
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        List<String> words = CHOICES.get(parameter.getName());
        if (words != null) {
            parameter.getSchema().setEnumeration(List.copyOf(words));
        }
        if (NEEDED.contains(parameter.getName())) {
            parameter.setRequired(true);
        }
        return parameter;
    }

    // Passed through from the meter-gateway, which may say more with each version.
    private static Schema health() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "what the meter-gateway says of the meter, as in its own GET /api/v1/meters; absent before it"
                                + " did. Of it, these and more:")
                .addProperty("state", of(Schema.SchemaType.STRING, "a word such as receiving, silent or disconnected"))
                .addProperty(
                        "diagnosis", of(Schema.SchemaType.STRING, "a sentence: how it is and what is probably wrong"))
                .addProperty(
                        "clock", of(Schema.SchemaType.STRING, "what is wrong with a clock; absent when nothing is"))
                .addProperty(
                        "clockOffsetSeconds",
                        of(Schema.SchemaType.INTEGER, "how far the meter's clock is ahead")
                                .format("int64"))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    }

    private static Schema of(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }
}
