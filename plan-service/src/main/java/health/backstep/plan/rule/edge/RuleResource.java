package health.backstep.plan.rule.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Caller;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.rules.RuleSets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The rules with their reasons, sources, evidence and thresholds: those in force, or those of
 * another shipped version.
 */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/rules")
@Tag(name = "Rules")
public class RuleResource {

  /** All rules of a version of the rule set. */
  public record RuleList(String rulesetVersion, List<Rule> items, @Nullable String nextCursor) {}

  private final Caller caller;
  private final RuleSets ruleSets;

  RuleResource(Caller caller, RuleSets ruleSets) {
    this.caller = caller;
    this.ruleSets = ruleSets;
  }

  @GET
  @RolesAllowed("plans:read")
  @Operation(
      operationId = "listRules",
      summary = "Lists the rules in force, or those of another version")
  @APIResponse(responseCode = "200", description = "All rules of that version.")
  @APIResponse(responseCode = "404", description = "RULESET_NOT_FOUND")
  public RuleList list(@QueryParam("version") @Nullable String version) {
    RuleSet rules = ruleSet(version);
    return new RuleList(rules.version(), rules.rules(), null);
  }

  @GET
  @Path("/{rule}")
  @RolesAllowed("plans:read")
  @Operation(
      operationId = "getRule",
      summary = "Reads a rule: its reason, sources, evidence and thresholds")
  @APIResponse(responseCode = "200", description = "The rule.")
  @APIResponse(responseCode = "404", description = "RULE_NOT_FOUND, RULESET_NOT_FOUND")
  public Rule get(String rule, @QueryParam("version") @Nullable String version) {
    return ruleSet(version)
        .find(rule)
        .orElseThrow(() -> ProblemException.notFound("RULE_NOT_FOUND", "There is no such rule."));
  }

  /** The same for all tenants, but a caller without one is no partner's client. */
  private RuleSet ruleSet(@Nullable String version) {
    caller.tenant();
    return version == null
        ? ruleSets.current()
        : ruleSets
            .find(version)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "RULESET_NOT_FOUND",
                        "There is no such version of the rule set; there are: %s."
                            .formatted(String.join(", ", ruleSets.versions()))));
  }
}
