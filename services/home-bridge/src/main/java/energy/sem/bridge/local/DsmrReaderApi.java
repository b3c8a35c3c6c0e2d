package energy.sem.bridge.local;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.FailureLimit;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.bridge.history.HistoryAway;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.value.RangePiece;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;

/**
 * DSMR-reader's API v2 as far as its clients poll it, for reading (dsmr_api urls and views). Lists without a filter have the last
 * year of days, month of hours and week of quarter hours; with one what it says, up to five thousand rows.
 */
final class DsmrReaderApi {
    private static final Logger LOG = Logger.getLogger(DsmrReaderApi.class);
    private static final String BASE = "/api/v2";
    private static final String TOKEN = "Token ";
    private static final String SEND_KEY = "Send the key in X-AUTHKEY, or as Authorization: Token KEY.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final String key;
    private final ToldMeter meter;
    private final Periods periods;
    private final Clock clock;
    private final ZoneId zone;
    private final FailureLimit failures;
    private final DsmrReaderRows rows;

    /** What history is asked for the meter that is told. */
    interface Periods {
        /** The running day. */
        PeriodAnswerJson today() throws HistoryAway, InterruptedException;

        /**
         * The buckets of a range.
         *
         * @param step {@code PT15M}, {@code PT1H} or {@code P1D}
         */
        PeriodAnswerJson range(ZonedDateTime from, ZonedDateTime to, String step)
                throws HistoryAway, InterruptedException;
    }

    DsmrReaderApi(String key, ToldMeter meter, Periods periods, Clock clock, ZoneId zone) {
        this.key = key;
        this.meter = meter;
        this.periods = periods;
        this.clock = clock;
        this.zone = zone;
        this.failures = new FailureLimit(clock);
        this.rows = new DsmrReaderRows(zone);
    }

    /**
     * Adds its routes.
     *
     * @param version what {@code /application/version} says
     */
    void routes(Router router, String version) {
        router.route(BASE + "/*").handler(this::checkKey);
        get(router, "/application/version")
                .handler(context -> LocalAnswer.json(context, 200, Map.of("version", version)));
        get(router, "/consumption/electricity-live").handler(this::electricityLive);
        get(router, "/consumption/gas-live").handler(this::gasLive);
        get(router, "/consumption/today").handler(context -> blocking(context, this::today));
        DsmrReaderRegisters registers = new DsmrReaderRegisters(rows);
        list(router, "/consumption/electricity", new DsmrReaderList("read_at", "PT15M", 7, registers::electricity));
        list(router, "/consumption/gas", new DsmrReaderList("read_at", "PT1H", 31, registers::gas));
        list(router, "/statistics/day", DsmrReaderList.ofBuckets("day", "P1D", 365, rows::day));
        list(router, "/statistics/hour", DsmrReaderList.ofBuckets("hour_start", "PT1H", 31, rows::hour));
        list(
                router,
                "/consumption/quarter-hour-peak-electricity",
                DsmrReaderList.ofBuckets("read_at_start", "PT15M", 7, rows::quarter));
    }

    private static Route get(Router router, String path) {
        return router.route(BASE + path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void list(Router router, String path, DsmrReaderList listing) {
        get(router, path).handler(context -> blocking(context, () -> rowsOf(context, listing)));
    }

    private void checkKey(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        String given = context.request().getHeader("X-AUTHKEY");
        if (given == null && authorization != null && authorization.startsWith(TOKEN)) {
            given = authorization.substring(TOKEN.length());
        }
        if (given != null && Keys.same(given.strip(), key)) {
            context.next();
        } else if (given == null) {
            LocalAnswer.json(context, 403, Map.of("detail", SEND_KEY));
        } else {
            Problem refusal = failures.refusal(context.request().remoteAddress().hostAddress(), SEND_KEY);
            LocalAnswer.json(context, refusal.status(), Map.of("detail", refusal.getMessage()));
        }
    }

    private void electricityLive(RoutingContext context) {
        Optional<TelegramEvent> fresh = meter.fresh().filter(event -> event.electricity() != null);
        if (fresh.isPresent()) {
            LocalAnswer.json(context, 200, rows.electricityLive(fresh.get()));
        } else {
            stale(context);
        }
    }

    private void gasLive(RoutingContext context) {
        Optional<MBusReading> gas = meter.freshGas();
        if (gas.isPresent()) {
            LocalAnswer.json(context, 200, rows.gasLive(gas.get(), meter.gasLitresSinceBefore()));
        } else {
            stale(context);
        }
    }

    private static void stale(RoutingContext context) {
        LocalAnswer.json(context, 503, Map.of("detail", "The meter has said nothing for a minute."));
    }

    private Object today() throws HistoryAway, InterruptedException {
        PeriodAnswerJson day = periods.today();
        return rows.today(day.getFrom(), day.getTotal());
    }

    private Object rowsOf(RoutingContext context, DsmrReaderList list) throws HistoryAway, InterruptedException {
        MultiMap parameters = context.queryParams();
        DsmrReaderPage page = DsmrReaderPage.of(parameters, list.field());
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime last = time(parameters, list.field() + "__lte")
                .filter(to -> to.isBefore(now))
                .orElse(now);
        ZonedDateTime first = time(parameters, list.field() + "__gte").orElse(last.minusDays(list.days()));
        list.check(first, last);
        List<Map<String, Object>> all = new ArrayList<>();
        for (RangePiece piece : first.isAfter(last) ? List.<RangePiece>of() : list.pieces(first, last)) {
            PeriodAnswerJson answer = periods.range(piece.from(), piece.to(), list.step());
            for (DsmrReaderList.Row row : list.rows().apply(answer)) {
                if (!row.at().isBefore(first.toOffsetDateTime()) && !row.at().isAfter(last.toOffsetDateTime())) {
                    all.add(row.fields());
                }
            }
        }
        String address = context.request().scheme() + "://" + context.request().authority()
                + context.request().path();
        return page.of(all, address, parameters);
    }

    private Optional<ZonedDateTime> time(MultiMap parameters, String name) {
        String text = parameters.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(zone)
                            : LocalDateTime.parse(text.replace('T', ' '), TIME).atZone(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is a local time such as 2026-11-22 10:00:00, or a day", e);
        }
    }

    private static void blocking(RoutingContext context, Callable<Object> answer) {
        context.vertx().executeBlocking(answer, false).onComplete(done -> {
            if (done.succeeded()) {
                LocalAnswer.json(context, 200, done.result());
            } else if (done.cause() instanceof IllegalArgumentException wrong) {
                LocalAnswer.json(context, 400, Map.of("detail", wrong.getMessage()));
            } else if (done.cause() instanceof HistoryAway away) {
                LOG.debug("history", away);
                LocalAnswer.json(context, 503, Map.of("detail", "History does not answer; try again in a moment."));
            } else {
                context.fail(done.cause());
            }
        });
    }
}
