package health.backstep.wire.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final UUID PATIENT = UUID.fromString("01a2009a-74c9-726b-9e00-5ca6ecb0fd6e");
  private static final ObjectIds IDS =
      new ObjectIds(PATIENT, "7", "5f1c0e7a9b3d4428a6c1f00d7e92b845");

  private final List<StoredLine> lines = chain("get", 5);
  private final ChainHead head = lines.getLast().line().head();

  @Test
  void aChainAsItWasWrittenIsWhole() {
    ChainCheck check = new ChainCheck("demo", List.of(lines.get(2).line().head(), head));
    lines.forEach(check::next);

    assertThat(check.finish(head)).isEmpty();
    assertThat(check.end()).isEqualTo(head);
    assertThat(new ChainCheck("empty", List.of()).finish(null)).isEmpty();
  }

  @Test
  void aChainBehindItsAnchorIsWhole() {
    ChainHead third = lines.get(2).line().head();
    ChainCheck check = new ChainCheck(third, List.of(third, head));
    lines.subList(3, 5).forEach(check::next);

    assertThat(check.finish(head)).isEmpty();
    assertThat(check.begin()).isEqualTo(third);
    assertThat(new ChainCheck(head, List.of()).finish(head)).isEmpty();
  }

  @Test
  void anAnchorThatIsNotTheLineThatWasKeptIsNamed() {
    ChainHead third = lines.get(2).line().head();
    ChainHead other = new ChainHead("demo", 3, head.hash());

    assertThat(new ChainCheck(third, List.of(other)).finish(head))
        .hasValueSatisfying(names(3, "removed for its age"));
  }

  @Test
  void aLineThatIsMissingIsNamed() {
    lines.remove(2);

    assertThat(broken()).hasValueSatisfying(names(3, "missing"));
  }

  @Test
  void theFirstLineIsMissedToo() {
    lines.removeFirst();

    assertThat(broken()).hasValueSatisfying(names(1, "missing"));
  }

  @Test
  void aLineThatSaysSomethingElseIsNamed() {
    StoredLine old = lines.get(2);
    AuditLine line = old.line();
    lines.set(2, stored(new AuditLine("demo", 3, entry("put", 3), line.previous(), line.hash())));

    assertThat(broken()).hasValueSatisfying(names(3, "was changed"));
  }

  @Test
  void aLineThatWasHashedAnewDoesNotFitTheNext() {
    lines.set(2, stored(AuditLine.after(lines.get(1).line().head(), entry("put", 3))));

    assertThat(broken()).hasValueSatisfying(names(4, "does not follow"));
  }

  @Test
  void twoLinesThatChangedPlacesAreNamed() {
    StoredLine second = lines.get(1);
    StoredLine third = lines.get(2);
    lines.set(1, at(2, third));
    lines.set(2, at(3, second));

    assertThat(broken()).hasValueSatisfying(names(2, "was changed"));
  }

  @Test
  void aLineThatWasPutInPushesTheOthersOutOfPlace() {
    lines.add(2, stored(AuditLine.after(lines.get(1).line().head(), entry("put", 3))));
    for (int i = 3; i < lines.size(); i++) {
      lines.set(i, at(i + 1, lines.get(i)));
    }

    assertThat(broken()).hasValueSatisfying(names(4, "was changed"));
  }

  @Test
  void aLineThatWasAddedAtTheEndIsNamedWithAndWithoutARightHash() {
    lines.add(stored(AuditLine.after(head, entry("put", 6))));
    assertThat(broken()).hasValueSatisfying(names(6, "added by hand"));

    lines.removeLast();
    lines.add(stored(new AuditLine("demo", 6, entry("put", 6), head.hash(), "0".repeat(64))));
    assertThat(broken()).hasValueSatisfying(names(6, "by hand"));
  }

  @Test
  void anEndThatIsMissingIsFoundByTheHead() {
    lines.removeLast();
    lines.removeLast();

    assertThat(broken()).hasValueSatisfying(names(4, "missing, with all behind it"));
  }

  @Test
  void aHeadThatIsMissingOrAnotherOneIsFound() {
    assertThat(finish(null)).hasValueSatisfying(names(5, "head that should say so is missing"));
    assertThat(finish(new ChainHead("demo", 5, "0".repeat(64))))
        .hasValueSatisfying(names(5, "is not the line that the head names"));
  }

  @Test
  void anEndThatWasCutOffWithItsHeadIsFoundByAKeptHeadAlone() {
    lines.removeLast();
    ChainHead forged = lines.getLast().line().head();

    assertThat(finish(forged)).isEmpty();
    assertThat(finish(forged, head)).hasValueSatisfying(names(5, "line 5 was the head"));
  }

  @Test
  void aChainThatWasWrittenAnewIsFoundByAKeptHeadAlone() {
    List<StoredLine> forged = chain("put", 5);
    lines.clear();
    lines.addAll(forged);
    ChainHead end = lines.getLast().line().head();

    assertThat(finish(end)).isEmpty();
    assertThat(finish(end, head)).hasValueSatisfying(names(5, "when it was kept"));
  }

  @Test
  void idsMayGoButNotChange() {
    lines.set(1, new StoredLine(lines.get(1).line(), null, null, null));
    ChainCheck check = new ChainCheck("demo", List.of());
    lines.forEach(check::next);
    assertThat(check.finish(head)).isEmpty();
    assertThat(check.withoutIds()).isEqualTo(1);

    AuditLine third = lines.get(2).line();
    lines.set(2, new StoredLine(third, PATIENT, "8", IDS.salt()));
    assertThat(broken()).hasValueSatisfying(names(3, "other ids"));
    lines.set(2, new StoredLine(third, PATIENT, "7", null));
    assertThat(broken()).hasValueSatisfying(names(3, "other ids"));
  }

  @Test
  void onlyTheFirstIsNamed() {
    lines.remove(3);
    lines.remove(1);

    assertThat(broken()).hasValueSatisfying(names(2, "missing"));
  }

  private Optional<BrokenLine> broken() {
    return finish(head);
  }

  private Optional<BrokenLine> finish(ChainHead last, ChainHead... kept) {
    ChainCheck check = new ChainCheck("demo", List.of(kept));
    lines.forEach(check::next);
    return check.finish(last);
  }

  private static Consumer<BrokenLine> names(long sequence, String what) {
    return broken -> {
      assertThat(broken.sequence()).as(broken.toString()).isEqualTo(sequence);
      assertThat(broken.what()).contains(what);
    };
  }

  private static List<StoredLine> chain(String operation, int length) {
    List<StoredLine> chain = new ArrayList<>();
    ChainHead end = ChainHead.beginning("demo");
    for (int i = 1; i <= length; i++) {
      AuditLine line = AuditLine.after(end, entry(operation, i));
      chain.add(stored(line));
      end = line.head();
    }
    return chain;
  }

  private static AuditEntry entry(String operation, int second) {
    return new AuditEntry(
        Instant.ofEpochSecond(second), "app", operation, "plans", IDS.digest(), 200, null, 1, null);
  }

  private static StoredLine stored(AuditLine line) {
    return new StoredLine(line, IDS.patientId(), IDS.objectId(), IDS.salt());
  }

  private static StoredLine at(long sequence, StoredLine other) {
    AuditLine line = other.line();
    return stored(new AuditLine("demo", sequence, line.entry(), line.previous(), line.hash()));
  }
}
