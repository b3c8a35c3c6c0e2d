package energy.sem.history.api;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
import energy.sem.history.answer.GroupHistoryAnswer;
import energy.sem.history.answer.GroupSharingAnswer;
import energy.sem.history.answer.GroupsAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.group.Group;
import energy.sem.history.group.GroupAnswers;
import energy.sem.history.group.Groups;

/** Groups of meters, such as a street: what they counted together, and what they share. */
@Path("/api/v1/groups")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "groups")
public class GroupsResource {
    private static final int LONGEST_SHOWN = 40;
    private static final int RETRY_SECONDS = 2;

    private final Groups groups;
    private final GroupAnswers answers;
    private final Household household;
    private final Form form;

    @Inject
    GroupsResource(Groups groups, GroupAnswers answers, Household household, Form form) {
        this.groups = groups;
        this.answers = answers;
        this.household = household;
        this.form = form;
    }

    /** What a request for a period of a group says beside it. */
    public static class Asked {
        @Parameter(description = "0 is the running period, -1 the one before")
        @QueryParam("offset")
        String offset;

        @Parameter(description = "the zone of the calendar; the household's when absent")
        @QueryParam("zone")
        String zone;
    }

    /** All groups of which the key opens every member. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "All groups, how each shares, and their members")
    @APIResponse(
            responseCode = "200",
            description =
                    "in the order of their names; to a reader of some meters those of which it reads every member",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupsAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.GROUPS)))
    public Response groups(@Context Request request, @Context ContainerRequestContext asking) {
        return form.json(answers.of(groups.openTo(Door.readable(asking))), request);
    }

    /** A period of the calendar, as of a meter. */
    @GET
    @Path("{group}/history/{view}")
    @InTurn
    @Transactional
    @Operation(
            summary = "What a group counted in a day, week, month or year, and how much of it was shared",
            description =
                    "Up to the last quarter hour that is full at all members that are read. Members and buckets add up to the"
                            + " total. Buckets: a day by hour, a week and a month by day, a year by month; step chooses others.")
    @APIResponse(
            responseCode = "200",
            description = "the period, its total, its members and its buckets",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = GroupHistoryAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.GROUP_HISTORY)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response groupHistory(
            @PathParam("group") String group,
            @Parameter(description = "day, week, month or year in any case; also with the offset: month,-2")
                    @PathParam("view")
                    String view,
            @BeanParam Asked asked,
            @Parameter(description = "PT15M, PT1H, P1D or P1M") @QueryParam("step") String step,
            @BeanParam Form.Wish wish,
            @Context ContainerRequestContext asking) {
        View of = View.of(view, HistoryResource.offset(asked.offset));
        Step width = step == null ? of.period().step() : Step.of(step);
        return form.of(answers.history(named(group, asking), of, span(of, asked), width), wish);
    }

    /** The statement of a period. */
    @GET
    @Path("{group}/sharing/{view}")
    @InTurn
    @Transactional
    @Operation(
            summary = "What each member of a group took, received, gave and injected in a day, week, month or year",
            description =
                    "Shared quarter hour by quarter hour, by the group's key, up to the last one that is full at all members"
                            + " that are read. The members add up to the total. A forecast beside the grid operator's"
                            + " settlement, never an invoice.")
    @APIResponse(
            responseCode = "200",
            description = "the total and each member's part",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = GroupSharingAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.GROUP_SHARING)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response sharing(
            @PathParam("group") String group,
            @Parameter(description = "day, week, month or year in any case; also with the offset: month,-1")
                    @PathParam("view")
                    String view,
            @BeanParam Asked asked,
            @BeanParam Form.Wish wish,
            @Context ContainerRequestContext asking) {
        View of = View.of(view, HistoryResource.offset(asked.offset));
        return form.of(answers.sharing(named(group, asking), of, span(of, asked)), wish);
    }

    private Span span(View view, Asked asked) {
        return Span.of(view, household.now(), Range.zone(asked.zone, household));
    }

    private Group named(String name, ContainerRequestContext asking) {
        // First: what has come since is found.
        boolean known = groups.isKnown();
        return groups.named(name, Door.readable(asking)).orElseThrow(() -> known ? unknown(name) : notYet());
    }

    private static Problem unknown(String name) {
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        return Problem.notFound("There is no group \"" + shown + "\": GET /api/v1/groups lists those there are.");
    }

    // A program that is told 404 may take the group out of its list.
    private static Problem notYet() {
        return Problem.unavailable(
                "It is not known yet which groups there are, Kafka has not answered: ask again.", RETRY_SECONDS);
    }
}
