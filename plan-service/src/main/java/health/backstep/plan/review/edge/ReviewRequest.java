package health.backstep.plan.review.edge;

import health.backstep.plan.history.PlanEvent.ReviewDecision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a clinician decided about a plan, in words for the patient. */
public record ReviewRequest(
    @NotNull ReviewDecision decision,
    @NotNull @Size(min = 1, max = 200) String by,
    @NotNull @Size(min = 1, max = 1000) String words) {}
