package health.backstep.security.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A canary is found wherever it is and however it is written, and searching nothing is no proof.
 */
class SearchTest {

  private final Planted planted = new Planted();
  private final String canary = planted.plant(Kind.WORDS, "a test");

  @Test
  void a_canary_is_found_where_it_may_not_be() {
    Report report = searched("log", "ERROR could not store '" + canary + "'");

    assertThat(report.holds()).isFalse();
    assertThat(report.leaks())
        .singleElement()
        .asString()
        .contains("log: words '" + canary + "' (a test)")
        .contains("could not store");
  }

  @Test
  void a_canary_that_is_the_whole_content_is_found() {
    assertThat(searched("log", canary).leaks()).hasSize(1);
  }

  @Test
  void a_canary_may_be_where_the_rules_say() {
    Report report = searched("table plan.history_event", canary);

    assertThat(report.leaks()).isEmpty();
    assertThat(report.holds()).isTrue();
  }

  @Test
  void a_place_of_the_same_name_after_erasure_is_another_place() {
    assertThat(searched("erased table plan.history_event", canary).leaks()).hasSize(1);
  }

  @Test
  void a_kind_without_a_rule_may_be_nowhere() {
    String token = planted.plant(Kind.TOKEN, "a test");

    assertThat(searched("table plan.idempotency", token).leaks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc"})
  void a_canary_is_found_inside_base64(String before) {
    byte[] around = (before + canary + "z").getBytes(StandardCharsets.UTF_8);

    assertThat(searched("log", Base64.getEncoder().encodeToString(around)).leaks()).hasSize(1);
    assertThat(searched("log", Base64.getUrlEncoder().encodeToString(around)).leaks()).hasSize(1);
  }

  @Test
  void a_canary_is_found_in_hexadecimal_digits_and_in_capitals() {
    String digits = HexFormat.of().formatHex(("a" + canary).getBytes(StandardCharsets.UTF_8));

    assertThat(searched("log", digits).leaks()).hasSize(1);
    assertThat(searched("log", canary.toUpperCase(Locale.ROOT)).leaks()).hasSize(1);
  }

  @Test
  void other_canaries_are_not_taken_for_it() {
    String other = new Planted().plant(Kind.WORDS, "another run");

    assertThat(searched("log", other).leaks()).isEmpty();
  }

  @Test
  void a_place_without_what_must_be_there_was_not_searched() {
    Report report = new Search(new Planted(), Rules.shipped()).awaiting("log", "started").report();

    assertThat(report.unseen()).containsExactly("log");
    assertThat(report.holds()).isFalse();
  }

  @Test
  void a_kind_that_is_not_even_found_where_it_may_be_was_not_planted() {
    assertThat(searched("log", "nothing").lost()).containsExactly(Kind.WORDS);
  }

  @Test
  void what_was_searched_is_counted() {
    Report report = searched("table plan.plan_version", canary, "öö");

    assertThat(report.bytes()).isEqualTo(canary.length() + 4);
    assertThat(report.searched().get("table plan.plan_version").parts()).isEqualTo(2);
  }

  @Test
  void too_short_a_value_is_no_canary() {
    assertThatThrownBy(() -> planted.plant(Kind.ONSET, "a test", "1997"))
        .hasMessageContaining("too short");
  }

  @Test
  void every_rule_says_why() {
    assertThat(Rules.shipped().all())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule.because()).isNotBlank());
  }

  private Report searched(String place, String... contents) {
    Search search = new Search(planted, Rules.shipped());
    List.of(contents).forEach(content -> search.look(place, content));
    return search.report();
  }
}
