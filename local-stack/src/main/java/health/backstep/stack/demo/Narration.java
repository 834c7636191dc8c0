package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells the story in the terminal as it happens. */
final class Narration {

  private static final int MARGIN = 13;
  private static final String INDENT = " ".repeat(MARGIN);

  private final Page page;
  private final Ink ink;
  private final Calendar calendar;
  private final Reasons reasons;
  private final VersionPrint versions;
  private int week;

  Narration(Page page, Calendar calendar) {
    this.page = page;
    this.ink = page.ink();
    this.calendar = calendar;
    this.reasons = new Reasons(page);
    this.versions = new VersionPrint(page, calendar, reasons);
  }

  void open() {
    page.gap();
    page.line(" " + ink.bold("Six weeks with Backstep"));
    page.paragraph(" ", 1, Story.WHO, text -> text);
    page.paragraph(
        " ",
        1,
        "What follows happens now, on the running platform, with the times of the past six weeks.",
        ink::dim);
    page.gap();
  }

  void registered() {
    heading(1);
    day(
        0,
        "Registered: %d minutes, %d times a week, a mat at home. Cleared to exercise."
            .formatted(Story.MINUTES, Story.SESSIONS_PER_WEEK));
    page.gap();
  }

  void tell(Told told) {
    Step step = told.step();
    heading(Calendar.week(step.moment().day()));
    day(step.moment().day(), what(told));
    page.paragraph(INDENT, MARGIN, "“" + told.words() + "”", ink::italic);
    reading(told);
    told.after()
        .ifPresent(
            plan -> {
              page.gap();
              versions.print(told, plan);
            });
    page.gap();
  }

  void close(List<Told> told, JsonNode changeThatMatters) {
    new Closing(page, calendar, told).print(changeThatMatters);
  }

  private void day(int number, String what) {
    String day = calendar.label(number);
    String lead = " " + ink.bold(day) + " ".repeat(MARGIN - 1 - day.length());
    page.paragraph(lead, MARGIN, what, text -> text);
  }

  private void heading(int next) {
    if (next != week) {
      week = next;
      String title = "━━ Week " + week + " ";
      page.line(" " + ink.bold(title + "━".repeat(page.width() - 1 - title.length())));
      page.gap();
    }
  }

  private static String what(Told told) {
    return switch (told.step()) {
      case Step.Assessment assessment ->
          "Assessment: pain %d of 10 (worst %d), Oswestry score %d %%."
              .formatted(assessment.pain(), assessment.worst24h(), Closing.odi(told));
      case Step.Session session ->
          "Session with plan %d: pain %d before, %d after%s."
              .formatted(
                  told.before().orElseThrow().version(),
                  session.before(),
                  session.after(),
                  session.hurt().map(hurt -> hurt(told, hurt)).orElse(""));
      case Step.CheckIn checkIn -> "Check-in: pain %d.".formatted(checkIn.pain());
      case Step.Report report ->
          "Reports a flare: pain %d for %d hours.".formatted(report.pain(), report.lastedHours());
    };
  }

  private static String hurt(Told told, Step.Hurt hurt) {
    String name = told.before().orElseThrow().likely(hurt.exerciseId()).name();
    return "; %s stopped, %s pain of %d"
        .formatted(name, hurt.quality().toLowerCase(Locale.ROOT), hurt.pain());
  }

  /** How the platform reads it, in its own words. */
  private void reading(Told told) {
    JsonNode answer = told.answer();
    JsonNode flare = answer.path("flare");
    if (told.step() instanceof Step.Assessment) {
      String classification = classification(answer.path("classification"));
      page.paragraph(INDENT, MARGIN, classification, text -> text);
    } else if (flare.isObject()) {
      String severity = flare.path("severity").asText().toLowerCase(Locale.ROOT);
      page.line(INDENT + ink.red("✖ Flare, " + severity));
      flare.path("reasons").forEach(reasons::print);
    } else if (answer.hasNonNull("outcome")) {
      outcome(answer);
    }
    if (answer.path("settledFlare").isObject()) {
      page.line(INDENT + ink.green("● The flare has settled") + ", calm on two different days");
    }
  }

  private void outcome(JsonNode answer) {
    boolean green = answer.path("outcome").asText().equals("GREEN");
    String rules =
        StreamSupport.stream(answer.path("reasons").spliterator(), false)
            .map(Reasons::citation)
            .collect(Collectors.joining(" "));
    String mark = green ? ink.green("● ") : ink.yellow("● ");
    page.cited(INDENT + mark, MARGIN + 2, green ? "Green" : "Amber, the plan holds", rules);
  }

  private String classification(JsonNode classification) {
    return "Stage %s, %s back pain, prefers %s, risk group %s"
        .formatted(
            classification.path("stage").asText(),
            words(classification, "acuity"),
            words(classification, "bias"),
            words(classification, "riskGroup"));
  }

  private static String words(JsonNode node, String field) {
    return node.path(field).asText().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
