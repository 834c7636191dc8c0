package health.backstep.system.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.Ports;
import health.backstep.system.PackagedServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services with a broker and a database of their own, first well and then not. */
@TestMethodOrder(OrderAnnotation.class)
class DoctorTest {

  private static final Path REPOSITORY = PackagedServices.repository();
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack =
        LocalStack.start(
            StackOptions.everything(folder.resolve("data"), REPOSITORY).onPorts(Ports.free()),
            Progress.silent());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  @Order(1)
  void on_a_healthy_platform_every_check_is_ok() {
    await().atMost(SETTLED_WITHIN).until(() -> examined().exit() == 0);

    assertThat(examined().findings())
        .filteredOn(finding -> isOfThePlatform(finding.get("check")))
        .allSatisfy(finding -> assertThat(finding.get("severity")).isEqualTo("ok"))
        .extracting(finding -> finding.get("check"))
        .contains(
            "jdk",
            "ports",
            "process",
            "versions",
            "health",
            "clock",
            "database",
            "logins",
            "migrations",
            "outbox",
            "parked",
            "dead-letters",
            "broker",
            "topics",
            "lag",
            "token-keys",
            "suspended-callers",
            "certificate");
  }

  @Test
  @Order(2)
  void ten_planted_faults_are_found_each_by_its_name_and_with_what_to_do() throws Exception {
    List<String> found = new ArrayList<>();
    List<PlantedFault> faults;
    try (FaultsToFind toFind = new FaultsToFind(stack)) {
      faults = toFind.inOrder();
      for (PlantedFault fault : faults) {
        if (isFound(fault)) {
          found.add(fault.name());
        }
      }
    }
    System.out.printf("doctor found %d of %d%n", found.size(), faults.size());
    assertThat(faults).hasSize(10);
    assertThat(found).containsExactlyElementsOf(faults.stream().map(PlantedFault::name).toList());
  }

  /** It was not told before, and is told with the exit code that says that something is wrong. */
  private static boolean isFound(PlantedFault fault) throws Exception {
    boolean before = examined().finds(fault.check(), fault.where(), fault.remedy());
    fault.plant().happen();
    Examined after = examined();
    fault.remove().happen();
    return !before
        && after.exit() == 1
        && after.finds(fault.check(), fault.where(), fault.remedy());
  }

  /** How full the disk and the memory are is up to the machine. */
  private static boolean isOfThePlatform(String check) {
    return !check.equals("disk") && !check.equals("memory");
  }

  private static Examined examined() {
    return Examined.of(stack.data().root());
  }
}
