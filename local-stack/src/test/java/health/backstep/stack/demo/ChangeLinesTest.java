package health.backstep.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BRIDGE = "{'exerciseId': 'bridge', 'name': 'Bridge', 'level': %d}";
  private static final String CLAMSHELL =
      "{'exerciseId': 'clamshell', 'name': 'Clamshell', 'level': 1}";

  @Test
  void tells_a_swap_a_lower_level_and_less_of_everything_in_a_line_each() {
    Plan before = plan("REGRESSED", BRIDGE.formatted(2) + "," + CLAMSHELL, "");
    Plan after =
        plan(
            "REGRESSED",
            BRIDGE.formatted(1),
            """
            {'effect': 'LEVEL_LOWERED', 'exerciseId': 'bridge', 'before': 'x', 'after': 'y'},
            {'effect': 'EXERCISE_SWAPPED', 'exerciseId': 'clamshell',
             'before': 'Clamshell, level 1, 6 times.', 'after': 'Wall sit, level 1, 2 times.'},
            {'effect': 'DOSE_LOWERED', 'exerciseId': null,
             'before': '430 seconds of work', 'after': '301 seconds of work'},
            {'effect': 'RECOVERY_ADDED', 'exerciseId': null, 'after': 'one more day'},
            {'effect': 'NOTED', 'exerciseId': null}
            """);
    assertThat(new ChangeLines(before, after).all())
        .containsExactly(
            "▼ Bridge: level 2 → 1",
            "▼ Clamshell: level 1 → swapped for Wall sit, level 1",
            "▼ All of it a little shorter: 430 → 301 seconds of work",
            "▼ One more day");
  }

  @Test
  void compares_the_plans_where_the_rules_name_no_exercise() {
    Plan before = plan("REGRESSED", CLAMSHELL, "");
    Plan after =
        plan("RESTORED", BRIDGE.formatted(2), "{'effect': 'PLAN_RESTORED', 'exerciseId': null}");
    assertThat(new ChangeLines(before, after).all())
        .containsExactly(
            "↺ Bridge is back, level 2",
            "· Clamshell: no longer needed",
            "↺ Everything at its full amount again: 10.0 → 10.0 min");
  }

  @Test
  void takes_another_strength_exercise_when_the_plan_lacks_the_one_wanted() {
    Plan plan = plan("GENERATED", CLAMSHELL + ",{'exerciseId': 'plank', 'block': 'STRENGTH'}", "");
    assertThat(plan.likely("bridge").exerciseId()).isEqualTo("plank");
    assertThat(plan.likely("clamshell").exerciseId()).isEqualTo("clamshell");
  }

  private static Plan plan(String kind, String items, String decisions) {
    String json =
        "{'kind': '%s', 'estimatedSeconds': 600, 'items': [%s], 'decisions': [%s]}"
            .formatted(kind, items, decisions);
    try {
      return new Plan(JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
