package health.backstep.profile.erasure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.profile.erasure.edge.ErasureView.ErasureState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners were told was erased is known beside the database. */
class ErasureJournalTest {

  private static final Tenant TENANT = new Tenant("north-clinic");

  @TempDir Path folder;

  @Test
  void whatWasNotedIsReadAgainByWhoeverStartsNext() {
    ErasureView first = erasure();
    ErasureView second = erasure();
    journal().note(TENANT, first);
    journal().note(TENANT, second);

    assertThat(journal().all())
        .containsExactly(NotedErasure.of(TENANT, first), NotedErasure.of(TENANT, second));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    journal().note(TENANT, erasure());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aLineThatACrashCutOffTakesNoOtherWithIt() throws IOException {
    ErasureView before = erasure();
    ErasureView after = erasure();
    journal().note(TENANT, before);
    Files.writeString(file(), "2026-11-22T08:00:00Z north-cl", StandardOpenOption.APPEND);
    journal().note(TENANT, after);

    assertThat(journal().all())
        .containsExactly(NotedErasure.of(TENANT, before), NotedErasure.of(TENANT, after));
  }

  @Test
  void whatCannotBeNotedIsNotAnswered() {
    ErasureJournal nowhere = new ErasureJournal(Optional.of(folder.resolve("gone/erasures.log")));

    assertThatThrownBy(() -> nowhere.note(TENANT, erasure()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void withoutAFileNothingIsNoted() {
    ErasureJournal none = new ErasureJournal(Optional.empty());
    none.note(TENANT, erasure());

    assertThat(none.all()).isEmpty();
    assertThat(journal().all()).isEmpty();
  }

  private ErasureJournal journal() {
    return new ErasureJournal(Optional.of(file()));
  }

  private Path file() {
    return folder.resolve("erasures.log");
  }

  private static ErasureView erasure() {
    return new ErasureView(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Instant.parse("2026-11-22T08:00:00.123456Z"),
        ErasureState.IN_PROGRESS,
        List.of(),
        null);
  }
}
