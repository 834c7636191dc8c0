package health.backstep.docs;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Stance;
import health.backstep.rules.Source;
import health.backstep.rules.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who says what about each exercise. */
final class StanceTable {

  private final Catalogue catalogue;
  private final List<String> articles;

  StanceTable(Catalogue catalogue, Sources sources) {
    this.catalogue = catalogue;
    this.articles =
        sources.all().stream()
            .filter(source -> source instanceof Source.Article)
            .map(Source::id)
            .toList();
  }

  void write(Markdown page) {
    for (Block block : Block.values()) {
      write(page, Words.capitalised(Words.of(block)), inPlans(block));
    }
    write(page, "Never in a plan", neverInAPlan());
  }

  private List<Exercise> inPlans(Block block) {
    return catalogue.all().stream()
        .filter(exercise -> exercise.block() == block && isForPlans(exercise))
        .toList();
  }

  private List<Exercise> neverInAPlan() {
    return catalogue.all().stream().filter(exercise -> !isForPlans(exercise)).toList();
  }

  /** What a source advises against and none recommends is never in a plan (PL-AVOID). */
  static boolean isForPlans(Exercise exercise) {
    return exercise.isRecommended() || !exercise.isAdvisedAgainst();
  }

  private void write(Markdown page, String title, List<Exercise> exercises) {
    page.heading(3, title);
    List<String> head = new ArrayList<>(List.of("Exercise", "Direction", "Needs"));
    head.addAll(articles);
    head.add("Grade");
    page.tableHead(head.toArray(String[]::new));
    exercises.forEach(exercise -> row(page, exercise));
    page.end();
  }

  private void row(Markdown page, Exercise exercise) {
    List<String> cells = new ArrayList<>();
    cells.add("**" + exercise.name() + "**" + (exercise.isContested() ? " (contested)" : ""));
    cells.add(
        exercise.direction() == Direction.NEUTRAL ? "neutral" : Words.of(exercise.direction()));
    cells.add(needs(exercise));
    articles.forEach(article -> cells.add(says(exercise, article)));
    cells.add(exercise.grade().label() + papers(exercise));
    page.row(cells.toArray(String[]::new));
  }

  private static String needs(Exercise exercise) {
    return exercise.equipment().stream()
        .sorted()
        .map(StanceTable::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Equipment equipment) {
    return Words.of(equipment);
  }

  private static String says(Exercise exercise, String article) {
    return exercise.stances().stream()
        .filter(stance -> stance.source().equals(article))
        .flatMap(stance -> Stream.of(sign(stance) + cited(stance)))
        .collect(Collectors.joining("<br>"));
  }

  /** What is cited besides the articles. */
  private String papers(Exercise exercise) {
    List<String> ids =
        exercise.citations().stream()
            .filter(
                id -> articles.stream().noneMatch(it -> id.equals(it) || id.startsWith(it + "-")))
            .toList();
    return ids.isEmpty() ? "" : ": " + Markdown.links(ids);
  }

  private static String sign(Stance stance) {
    return switch (stance.stance()) {
      case RECOMMENDED -> "✓";
      case CONDITIONAL -> "(✓)";
      case AVOID -> "✗";
    };
  }

  private static String cited(Stance stance) {
    return stance.statement() == null ? "" : " " + Markdown.link(stance.statement());
  }
}
