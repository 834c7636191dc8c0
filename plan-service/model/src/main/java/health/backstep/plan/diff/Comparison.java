package health.backstep.plan.diff;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.diff.ItemChange.Kind;
import health.backstep.plan.diff.Snapshot.Portion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what became of each exercise between two routines. */
final class Comparison {

  /** By how much work it is; with the same work, the one with less rest is more. */
  private static final Comparator<Dose> BY_EFFORT =
      Comparator.comparingInt(Dose::workSeconds)
          .thenComparing(Comparator.comparingInt(Comparison::restSeconds).reversed());

  private final Snapshot from;
  private final Snapshot to;

  Comparison(Snapshot from, Snapshot to) {
    this.from = from;
    this.to = to;
  }

  /** In the order of the later routine; what is gone comes last. */
  List<ItemChange> changes() {
    Set<String> inPlace = inPlace();
    List<ItemChange> changes = new ArrayList<>();
    for (Portion item : to.items()) {
      from.find(item.exerciseId())
          .map(before -> change(before, item, inPlace.contains(item.exerciseId())))
          .orElseGet(() -> Optional.of(ItemChange.added(item)))
          .ifPresent(changes::add);
    }
    from.items().stream()
        .filter(item -> to.find(item.exerciseId()).isEmpty())
        .map(ItemChange::removed)
        .forEach(changes::add);
    return changes;
  }

  private static Optional<ItemChange> change(Portion before, Portion after, boolean inPlace) {
    return kind(before, after, inPlace).map(kind -> ItemChange.of(kind, before, after));
  }

  private static Optional<Kind> kind(Portion before, Portion after, boolean inPlace) {
    if (before.level() != after.level()) {
      return Optional.of(after.level() < before.level() ? Kind.EASIER : Kind.HARDER);
    }
    int effort = BY_EFFORT.compare(after.dose(), before.dose());
    if (effort != 0) {
      return Optional.of(effort < 0 ? Kind.LESS : Kind.MORE);
    }
    if (!before.dose().equals(after.dose())) {
      return Optional.of(Kind.OTHERWISE);
    }
    return inPlace ? Optional.empty() : Optional.of(Kind.MOVED);
  }

  /** The most exercises that keep their order among each other; all others were moved. */
  private Set<String> inPlace() {
    List<String> now = to.items().stream().map(Portion::exerciseId).toList();
    List<List<String>> longestEndingAt = new ArrayList<>();
    for (Portion item : from.items()) {
      if (now.contains(item.exerciseId())) {
        longestEndingAt.add(longest(longestEndingAt, now, item.exerciseId()));
      }
    }
    return new HashSet<>(
        longestEndingAt.stream().max(Comparator.comparingInt(List::size)).orElse(List.of()));
  }

  private static List<String> longest(
      List<List<String>> endings, List<String> now, String exerciseId) {
    List<String> best =
        endings.stream()
            .filter(ending -> now.indexOf(ending.getLast()) < now.indexOf(exerciseId))
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    List<String> longer = new ArrayList<>(best);
    longer.add(exerciseId);
    return longer;
  }

  private static int restSeconds(Dose dose) {
    return (dose.sets() - 1) * dose.restSeconds();
  }
}
