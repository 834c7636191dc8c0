package health.backstep.backbone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuspendedCallersTest {

  private static final SuspendedCallers CALLERS =
      SuspendedCallers.read(
          Stream.of("# since Monday", "", "north", "  south   app-1  # lost its key", "#west"));

  @Test
  void aPartnersNameHoldsAllItsClients() {
    assertThat(CALLERS.hold("north", "app-1")).isTrue();
    assertThat(CALLERS.hold("north", "app-2")).isTrue();
  }

  @Test
  void aClientsNameHoldsThatClientOfThatPartner() {
    assertThat(CALLERS.hold("south", "app-1")).isTrue();
    assertThat(CALLERS.hold("south", "app-2")).isFalse();
    assertThat(CALLERS.hold("east", "app-1")).isFalse();
  }

  @Test
  void remarksAndPartsOfNamesHoldNobody() {
    assertThat(CALLERS.hold("west", "app-1")).isFalse();
    assertThat(CALLERS.hold("nort", "h")).isFalse();
    assertThat(CALLERS.hold("south", "")).isFalse();
  }
}
