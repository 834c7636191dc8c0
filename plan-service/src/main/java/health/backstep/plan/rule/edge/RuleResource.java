package health.backstep.plan.rule.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules in force, with their reasons, sources, evidence and thresholds. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/rules")
public class RuleResource {

  /** All rules of a version of the rule set. */
  public record RuleList(String rulesetVersion, List<Rule> items, @Nullable String nextCursor) {}

  private final RuleSet rules;

  RuleResource(RuleSet rules) {
    this.rules = rules;
  }

  @GET
  @RolesAllowed("plans:read")
  public RuleList list() {
    return new RuleList(rules.version(), rules.rules(), null);
  }

  @GET
  @Path("/{rule}")
  @RolesAllowed("plans:read")
  public Rule get(String rule) {
    return rules.rules().stream()
        .filter(known -> known.id().equals(rule))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("RULE_NOT_FOUND", "There is no such rule."));
  }
}
