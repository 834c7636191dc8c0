package health.backstep.plan.edge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.backstep.backbone.testing.Partner;
import health.backstep.rules.RuleSet;
import org.junit.jupiter.api.Test;

/** Rules can be looked up, in any version that plans were made with. */
@PlanComponentTest
class RulesTest {

  private static final String CURRENT = RuleSet.current().version();

  private final Partner partner = new Partner("rules-clinic");

  @Test
  void withoutAVersionTheRulesInForceAreListed() {
    partner
        .request()
        .get("/v1/rules")
        .then()
        .statusCode(200)
        .body("rulesetVersion", equalTo(CURRENT))
        .body("items.id", hasItem("RG-MODERATE"));
  }

  @Test
  void aShippedVersionIsListedByItsName() {
    partner
        .request()
        .get("/v1/rules?version=1")
        .then()
        .statusCode(200)
        .body("rulesetVersion", equalTo("1"));
    partner
        .request()
        .get("/v1/rules/RG-MODERATE?version=1")
        .then()
        .statusCode(200)
        .body("id", equalTo("RG-MODERATE"));
  }

  @Test
  void aVersionThatIsNotShippedIsAnsweredWithThoseThatAre() {
    for (String path : new String[] {"/v1/rules?version=99", "/v1/rules/RG-MODERATE?version=99"}) {
      partner
          .request()
          .get(path)
          .then()
          .statusCode(404)
          .body("code", equalTo("RULESET_NOT_FOUND"))
          .body("detail", containsString("there are: 1"));
    }
  }

  @Test
  void aRuleThatIsNotThereIsAnsweredSo() {
    partner
        .request()
        .get("/v1/rules/XX-1?version=1")
        .then()
        .statusCode(404)
        .body("code", equalTo("RULE_NOT_FOUND"));
  }
}
