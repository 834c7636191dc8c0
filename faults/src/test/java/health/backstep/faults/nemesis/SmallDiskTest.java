package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only where mounting is allowed; elsewhere the faults say that they cannot be done. */
class SmallDiskTest {

  private static final long ROOM = 2 << 20;

  @TempDir Path folder;

  @BeforeEach
  void needsTheRightToMount() {
    assumeTrue(SmallDisk.impossibleBecause().isEmpty());
  }

  @Test
  void keepsWhatTheFolderHoldsAndGivesItBackWithWhatHasChanged() throws IOException {
    Files.writeString(folder.resolve("kept"), "before");
    Files.writeString(folder.resolve("dropped"), "before");

    try (SmallDisk _ = SmallDisk.under(folder, ROOM)) {
      assertThat(folder.resolve("kept")).hasContent("before");
      Files.writeString(folder.resolve("kept"), "after");
      Files.delete(folder.resolve("dropped"));
    }

    assertThat(folder.resolve("kept")).hasContent("after");
    assertThat(folder.resolve("dropped")).doesNotExist();
  }

  @Test
  void hasNoRoomUntilTheBallastIsThrownOff() throws IOException {
    try (SmallDisk disk = SmallDisk.under(folder, ROOM)) {
      try (Ballast _ = disk.fill()) {
        assertThatThrownBy(() -> Files.write(folder.resolve("late"), new byte[100_000]))
            .hasMessageContaining("No space left");
      }
      Files.write(folder.resolve("late"), new byte[100_000]);
      assertThat(folder.resolve("late")).hasSize(100_000);
    }
  }
}
