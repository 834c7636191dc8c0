package health.backstep.wire.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one chain from its first line, or from the one behind those that were removed for their
 * age, and stops at the first that is not as it was written.
 *
 * <p>What no chain can show by itself: that somebody who may write everything has hashed it anew
 * from some line to its end, head included. Heads that were kept elsewhere show that, up to the
 * latest of them. Nor does it show calls that were never written, or that the ids beside a line
 * were taken away, which an erasure does as well.
 */
public final class ChainCheck {

  private final ChainHead begin;
  private final List<ChainHead> kept;
  private ChainHead end;
  private long withoutIds;
  private @Nullable BrokenLine broken;

  /**
   * At the beginning of a chain.
   *
   * @param kept earlier heads of this chain, as somebody kept them
   */
  public ChainCheck(String chain, List<ChainHead> kept) {
    this(ChainHead.beginning(chain), kept);
  }

  /**
   * Behind the lines that were removed for their age.
   *
   * @param anchor the last of them, as the database remembers it
   */
  public ChainCheck(ChainHead anchor, List<ChainHead> kept) {
    this.begin = anchor;
    this.end = anchor;
    this.kept = new ArrayList<>(kept);
    this.broken = faultOfTheAnchor().orElse(null);
  }

  /** Takes the next line, in the order of the sequence. */
  public void next(StoredLine stored) {
    if (broken == null) {
      broken = fault(stored).orElse(null);
      withoutIds += stored.isWithoutItsIds() ? 1 : 0;
      end = stored.line().head();
    }
  }

  /**
   * After the last line.
   *
   * @param head as the database remembers it; null when it remembers none
   */
  public Optional<BrokenLine> finish(@Nullable ChainHead head) {
    if (broken == null) {
      broken = faultAtTheEnd(head).orElse(null);
    }
    return Optional.ofNullable(broken);
  }

  /** The last line that was removed for its age; number 0 when none was. */
  public ChainHead begin() {
    return begin;
  }

  /** The last line that was looked at. */
  public ChainHead end() {
    return end;
  }

  /** How many lines were about an object whose ids are not there. */
  public long withoutIds() {
    return withoutIds;
  }

  private Optional<BrokenLine> faultOfTheAnchor() {
    return kept.stream()
        .filter(head -> head.sequence() == begin.sequence() && !head.hash().equals(begin.hash()))
        .findFirst()
        .flatMap(
            head ->
                at(
                    begin.sequence(),
                    "was removed for its age, and is not the line that was the head when it was kept"));
  }

  private Optional<BrokenLine> fault(StoredLine stored) {
    AuditLine line = stored.line();
    long expected = end.sequence() + 1;
    if (line.sequence() != expected) {
      return at(expected, "is missing; the next one there is line " + line.sequence());
    }
    if (!line.isAsWritten()) {
      return at(expected, "was changed or written by hand: its hash is not that of what it says");
    }
    if (!line.previous().equals(end.hash())) {
      return at(expected, "does not follow the line before it: one of the two was replaced");
    }
    if (!stored.hasItsOwnIds()) {
      return at(expected, "has other ids beside it than it was written with");
    }
    return kept.stream()
        .filter(head -> head.sequence() == expected && !head.hash().equals(line.hash()))
        .findFirst()
        .flatMap(head -> at(expected, "is not the line that was the head when it was kept"));
  }

  private Optional<BrokenLine> faultAtTheEnd(@Nullable ChainHead head) {
    long last = end.sequence();
    if (head == null && last > 0) {
      return at(last, "is the last one, and the head that should say so is missing");
    }
    if (head != null && head.sequence() > last) {
      return at(last + 1, "is missing, with all behind it: the head is line " + head.sequence());
    }
    if (head != null && head.sequence() < last) {
      return at(head.sequence() + 1, "stands behind the head: it was added by hand");
    }
    if (head != null && !head.hash().equals(end.hash())) {
      return at(last, "is not the line that the head names");
    }
    return kept.stream()
        .filter(earlier -> earlier.sequence() > last)
        .findFirst()
        .flatMap(
            earlier ->
                at(
                    last + 1,
                    "is missing: line " + earlier.sequence() + " was the head when it was kept"));
  }

  private Optional<BrokenLine> at(long sequence, String what) {
    return Optional.of(new BrokenLine(end.chain(), sequence, what));
  }
}
