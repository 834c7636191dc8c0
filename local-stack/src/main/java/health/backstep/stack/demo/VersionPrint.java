package health.backstep.stack.demo;

import health.backstep.stack.demo.Plan.Item;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints a new plan version: what it is, what changed and why. */
final class VersionPrint {

  private static final int MARGIN = 13;
  private static final String INDENT = " ".repeat(MARGIN);

  private final Page page;
  private final Calendar calendar;
  private final Reasons reasons;

  VersionPrint(Page page, Calendar calendar, Reasons reasons) {
    this.page = page;
    this.calendar = calendar;
    this.reasons = reasons;
  }

  void print(Told told, Plan plan) {
    head(told, plan);
    if (plan.change() == Change.GENERATED) {
      routine(told.before(), plan);
    } else {
      new ChangeLines(told.before().orElseThrow(), plan).all().forEach(line -> change(line));
    }
    page.gap();
    reasons.print(plan);
    education(plan);
  }

  private void head(Told told, Plan plan) {
    Change change = plan.change();
    String title =
        "%s Plan %d: %s %s".formatted(change.mark(), plan.version(), change.words(), because(plan));
    page.paragraph(
        INDENT, MARGIN, title, text -> change.painted(page.ink().bold(text), page.ink()));
    page.paragraph(INDENT, MARGIN, details(told, plan), page.ink()::dim);
    page.gap();
  }

  private static String because(Plan plan) {
    String type = plan.json().path("cause").path("type").asText();
    return switch (type) {
      case "pt.profile.assessment-completed.v1" -> "from this assessment";
      case "pt.session.session-recorded.v1" -> "because of this session";
      case "pt.session.pain-flare-reported.v1" -> "because of this flare";
      case "pt.session.pain-flare-settled.v1" -> "because the flare is over";
      default -> "because of " + type;
    };
  }

  private String details(Told told, Plan plan) {
    String rest =
        plan.restUntil()
            .map(time -> ", rest until " + calendar.label(calendar.dayOf(time)))
            .orElse("");
    String readable =
        plan.change() == Change.REGRESSED
            ? "; readable %d ms after the flare was posted".formatted(told.readable().toMillis())
            : "";
    return "Stage %s, %s min, %d times a week%s%s"
        .formatted(
            plan.text("stage"),
            ChangeLines.minutes(plan),
            plan.number("sessionsPerWeek"),
            rest,
            readable);
  }

  private void routine(Optional<Plan> before, Plan plan) {
    for (Item item : plan.items()) {
      String mark = mark(before, item);
      String lead = "%s%s %-29s level %d  ".formatted(INDENT, mark, item.name(), item.level());
      page.paragraph(lead, lead.length(), ChangeLines.withoutStop(item.amount()), page.ink()::dim);
    }
    before
        .map(earlier -> ChangeLines.names(earlier, plan))
        .filter(gone -> !gone.isEmpty())
        .ifPresent(gone -> change("· Left out now: " + gone));
  }

  private static String mark(Optional<Plan> before, Item item) {
    if (before.isEmpty()) {
      return " ";
    }
    Optional<Item> earlier = before.get().find(item.exerciseId());
    int difference = earlier.map(known -> item.level() - known.level()).orElse(1);
    return earlier.isEmpty() ? "+" : difference > 0 ? "▲" : difference < 0 ? "▼" : " ";
  }

  private void change(String line) {
    String mark = line.substring(0, 1);
    String painted =
        switch (mark) {
          case "▼" -> page.ink().red(mark);
          case "▲", "↺" -> page.ink().green(mark);
          default -> mark;
        };
    page.paragraph(INDENT + painted + " ", MARGIN + 2, line.substring(2), text -> text);
  }

  private void education(Plan plan) {
    String titles =
        StreamSupport.stream(plan.json().path("education").spliterator(), false)
            .map(item -> item.path("title").asText())
            .collect(Collectors.joining(" · "));
    if (!titles.isEmpty()) {
      page.paragraph(INDENT + page.ink().dim("To read: "), MARGIN + 9, titles, page.ink()::dim);
    }
  }
}
