package health.backstep.wire.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hashes here were made by another program from the words of the interface's description. */
class AuditLineTest {

  private static final UUID PATIENT = UUID.fromString("01a2009a-74c9-726b-9e00-5ca6ecb0fd6e");

  @Test
  void aLineIsHashedAsItIsDescribed() {
    AuditLine first =
        AuditLine.after(
            ChainHead.beginning("demo"),
            entry(
                "2026-11-23T07:00:00.118203Z",
                "registerPatient",
                201,
                null,
                "5f1c0e7a9b3d4428a6c1f00d7e92b845",
                "0c9e4b7d21f84a6f9d3e5a1b7c60f218"));
    AuditLine second =
        AuditLine.after(
            first.head(),
            entry(
                "2026-11-23T07:02:10.400127Z",
                "getPatient",
                403,
                "SCOPE_MISSING",
                "a40b93de57c24f1d8e6a7b35c9012f6e",
                "7b1d9a3e5f604c82b7e4d1f09a836c25"));

    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.previous()).isEqualTo("0".repeat(64));
    assertThat(first.hash())
        .isEqualTo("a06a99e04b95794e2e48c16773e8190f9228953e2ee3c3ce1c70e50e666fa935");
    assertThat(second.previous()).isEqualTo(first.hash());
    assertThat(second.hash())
        .isEqualTo("47b58dd80cc6f1b46f20896a98196911e916a2e5c29b340c5bf9646acb5a4772");
  }

  @Test
  void everyPartOfALineMakesAnotherHash() {
    Instant at = Instant.parse("2026-11-23T07:00:00Z");
    ChainHead begin = ChainHead.beginning("demo");
    ChainHead later = new ChainHead("demo", 1, "0".repeat(64));
    ChainHead other = new ChainHead("demo", 0, "1".repeat(64));
    AuditEntry none = new AuditEntry(at, null, null, null, null, 200, null, 1, null);
    List<AuditEntry> entries =
        List.of(
            none,
            new AuditEntry(at.plusNanos(1_000), null, null, null, null, 200, null, 1, null),
            new AuditEntry(at, "a", null, null, null, 200, null, 1, null),
            new AuditEntry(at, "", null, null, null, 200, null, 1, null),
            new AuditEntry(at, null, "a", null, null, 200, null, 1, null),
            new AuditEntry(at, null, null, "a", null, 200, null, 1, null),
            new AuditEntry(at, null, null, null, "a", 200, null, 1, null),
            new AuditEntry(at, null, null, null, null, 201, null, 1, null),
            new AuditEntry(at, null, null, null, null, 200, "a", 1, null),
            new AuditEntry(at, null, null, null, null, 200, null, 2, null),
            new AuditEntry(at, null, null, null, null, 200, null, 1, "a"));

    Set<String> hashes = new HashSet<>();
    entries.forEach(entry -> hashes.add(AuditLine.after(begin, entry).hash()));
    hashes.add(AuditLine.after(ChainHead.beginning("demo2"), none).hash());
    hashes.add(AuditLine.after(later, none).hash());
    hashes.add(AuditLine.after(other, none).hash());

    assertThat(hashes).hasSize(entries.size() + 3);
  }

  @Test
  void aClientsNameCannotPretendToBeTwoParts() {
    assertThat(AuditEntry.client("app\nregisterPatient\r\u2028x\u0000"))
        .isEqualTo("app?registerPatient??x?");
    assertThat(AuditEntry.client("x".repeat(254) + "\uD83D\uDE00"))
        .isEqualTo("x".repeat(254) + "?");
  }

  @Test
  void aTimeIsAsExactAsTheDatabaseKeepsIt() {
    AuditEntry entry =
        new AuditEntry(
            Instant.parse("2026-11-23T07:00:00.123456789Z"),
            null,
            null,
            null,
            null,
            200,
            null,
            1,
            null);

    assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-23T07:00:00.123456Z"));
  }

  private static AuditEntry entry(
      String at, String operation, int status, String code, String salt, String traceId) {
    String digest = new ObjectIds(PATIENT, PATIENT.toString(), salt).digest();
    return new AuditEntry(
        Instant.parse(at), "partner-app", operation, "patients", digest, status, code, 1, traceId);
  }
}
