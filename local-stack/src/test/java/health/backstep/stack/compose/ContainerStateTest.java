package health.backstep.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerStateTest {

  @Test
  void a_container_that_runs_is_read_with_the_first_of_its_addresses() {
    assertThat(ContainerState.parse("kafka|true|0|false|healthy|172.18.0.4 172.19.0.2 "))
        .isEqualTo(new ContainerState("kafka", true, 0, false, "healthy", "172.18.0.4"));
  }

  @Test
  void one_that_has_ended_has_no_address_and_may_have_no_health() {
    assertThat(ContainerState.parse("create-topics|false|137|true|| "))
        .isEqualTo(new ContainerState("create-topics", false, 137, true, "", ""));
  }

  @Test
  void other_words_are_no_container() {
    assertThatThrownBy(() -> ContainerState.parse("Cannot connect to the Docker daemon"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
