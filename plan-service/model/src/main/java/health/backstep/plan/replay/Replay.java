package health.backstep.plan.replay;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.FoldedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes each stored plan version again from the events and compares. The same history gives the
 * same plan, digest for digest; a version that does not was changed behind the service's back, or
 * was made by code that meant something else by the same rule set.
 */
public final class Replay {

  private static final String STORED = "stored";
  private static final String REPLAYED = "replayed";

  private final Rulebook rulebook;

  public Replay(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** The versions that part, in order of their numbers; none when all are equal. */
  public List<Parting> check(StoredCourse course) {
    Map<UUID, PlanVersion> replayed = new LinkedHashMap<>();
    PlanState state = PlanState.EMPTY;
    for (FoldedEvent event : course.events()) {
      try {
        Step step = rulebook.apply(state, event);
        step.version().ifPresent(made -> replayed.put(made.cause().eventId(), made));
        state = step.state();
      } catch (RuntimeException e) {
        return List.of(unfoldable(course, event, e));
      }
    }
    return compare(course, replayed);
  }

  /** One patient's broken history must not keep the others from being looked at. */
  private static Parting unfoldable(StoredCourse course, FoldedEvent event, RuntimeException why) {
    return Parting.unfoldable(
        course.patientId(), Optional.of(event.event().cause().eventId()), why.toString());
  }

  private static List<Parting> compare(StoredCourse course, Map<UUID, PlanVersion> replayed) {
    List<Parting> partings = new ArrayList<>();
    for (StoredVersion stored : course.versions()) {
      Optional<PlanVersion> made = Optional.ofNullable(replayed.remove(stored.causeEventId()));
      List<String> differences =
          made.map(version -> differences(stored, version))
              .orElse(List.of("it is stored, but no event of the history makes it"));
      if (!differences.isEmpty()) {
        partings.add(
            new Parting(
                course.patientId(),
                stored.number(),
                Optional.of(stored.causeEventId()),
                made.map(version -> version.cause().type()).orElse("unknown"),
                differences));
      }
    }
    replayed.values().forEach(made -> partings.add(notStored(course, made)));
    return partings;
  }

  private static Parting notStored(StoredCourse course, PlanVersion made) {
    return new Parting(
        course.patientId(),
        made.number(),
        Optional.of(made.cause().eventId()),
        made.cause().type(),
        List.of("the event makes this version, but it is not stored"));
  }

  private static List<String> differences(StoredVersion stored, PlanVersion made) {
    List<String> differences = new ArrayList<>();
    if (stored.number() != made.number()) {
      differences.add("number: stored %d, replayed %d".formatted(stored.number(), made.number()));
    }
    boolean sameDigest = stored.digest().equals(made.digest());
    List<String> seen = seen(stored, made);
    if (!sameDigest) {
      differences.add("digest: stored %s, replayed %s".formatted(stored.digest(), made.digest()));
      if (seen.isEmpty()) {
        differences.add("the stored plan itself is equal: its digest was changed, not the plan");
      }
    } else if (!seen.isEmpty()) {
      differences.add("the digest is equal: the stored document was changed, not the digest");
    }
    differences.addAll(seen);
    return differences;
  }

  private static List<String> seen(StoredVersion stored, PlanVersion made) {
    if (stored.picture().isEmpty()) {
      return List.of("the stored document cannot be read");
    }
    PlanPicture before = stored.picture().get();
    List<String> lines =
        new ArrayList<>(before.differences(PlanPicture.of(made), STORED, REPLAYED));
    if (!before.rulesetVersion().equals(made.rulesetVersion())) {
      lines.addFirst(
          "rule set: stored %s, replayed %s"
              .formatted(before.rulesetVersion(), made.rulesetVersion()));
    }
    return lines;
  }
}
