package health.backstep.backbone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspensionFileTest {

  @TempDir private Path folder;

  @Test
  void aListIsInForceFromTheFirstCallOn() throws IOException {
    Path list = Files.writeString(folder.resolve("suspended"), "north\n");

    assertThat(new SuspensionFile(list).callers().hold("north", "app-1")).isTrue();
  }

  @Test
  void withoutAListNobodyIsSuspended() {
    Path list = folder.resolve("none");

    assertThat(new SuspensionFile(list).callers().hold("north", "app-1")).isFalse();
  }

  @Test
  void aListThatCannotBeReadKeepsTheServiceFromStarting() throws IOException {
    Path aFolder = Files.createDirectory(folder.resolve("suspended"));
    Path notText =
        Files.write(folder.resolve("bytes"), "n\u00f6rth".getBytes(StandardCharsets.UTF_16));

    assertThatThrownBy(() -> new SuspensionFile(aFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(aFolder.toString())
        .hasMessageContaining("mend it, or remove it");
    assertThatThrownBy(() -> new SuspensionFile(notText)).isInstanceOf(IllegalStateException.class);
  }
}
