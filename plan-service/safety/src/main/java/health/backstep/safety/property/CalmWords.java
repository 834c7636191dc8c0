package health.backstep.safety.property;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Level;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.routine.Item;
import health.backstep.rules.FrighteningLabels;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.RunStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Property 10: DERRY-LABELS. Each text is read once, however many plans show it. */
final class CalmWords implements Steps.Judge {

  private static final int KEPT = 200_000;
  private static final Map<String, Optional<String>> READ = new ConcurrentHashMap<>();

  CalmWords(Ground ground) {}

  @Override
  public boolean concerns(RunStep step) {
    return step.version().isPresent();
  }

  @Override
  public Optional<String> fault(RunStep step) {
    return step.version().flatMap(CalmWords::fault);
  }

  private static Optional<String> fault(PlanVersion plan) {
    for (String text : texts(plan)) {
      Optional<String> label = label(text);
      if (label.isPresent()) {
        return Optional.of("a text says '" + label.get() + "': " + text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> label(String text) {
    Optional<String> known = READ.get(text);
    if (known == null) {
      known = FrighteningLabels.firstIn(text);
      if (READ.size() < KEPT) {
        READ.put(text, known);
      }
    }
    return known;
  }

  private static List<String> texts(PlanVersion plan) {
    List<String> texts = new ArrayList<>();
    for (Decision decision : plan.decisions()) {
      Stream.of(decision.text(), decision.before(), decision.after())
          .filter(Objects::nonNull)
          .forEach(texts::add);
    }
    for (Item item : plan.routine().items()) {
      Exercise exercise = item.exercise();
      Level level = exercise.level(item.level());
      texts.add(exercise.name());
      texts.add(exercise.what());
      texts.add(exercise.feel());
      texts.add(exercise.stopSigns());
      texts.add(exercise.purpose().words());
      texts.add(level.variation());
    }
    for (String id : plan.education()) {
      texts.addAll(EducationTexts.of(id));
    }
    return texts;
  }
}
