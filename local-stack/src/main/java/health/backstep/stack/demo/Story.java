package health.backstep.stack.demo;

import static health.backstep.stack.demo.Change.GENERATED;
import static health.backstep.stack.demo.Change.PROGRESSED;
import static health.backstep.stack.demo.Change.REGRESSED;
import static health.backstep.stack.demo.Change.RESTORED;

import health.backstep.stack.demo.Step.Assessment;
import health.backstep.stack.demo.Step.CheckIn;
import health.backstep.stack.demo.Step.Hurt;
import health.backstep.stack.demo.Step.Moment;
import health.backstep.stack.demo.Step.Report;
import health.backstep.stack.demo.Step.Session;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Six weeks of an office worker whose back prefers extension. */
final class Story {

  /** Six weeks. */
  static final int DAYS = 42;

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String NAME = "Mara";
  static final String WHO =
      "Mara, 42, works in an office. Her back has hurt for five weeks: bending and 45 minutes of"
          + " sitting make it worse, walking and lying on her front ease it.";
  static final int AGE = 42;
  static final int MINUTES = 15;
  static final int SESSIONS_PER_WEEK = 3;
  static final int ONSET_DAYS_BEFORE = 35;

  static final List<Step> STEPS =
      List.of(
          new Assessment(
              Moment.of(0, "18:30"),
              "After 45 minutes at my desk I have to get up. Walking home is the best part of the"
                  + " day.",
              4,
              6,
              List.of(2, 1, 2, 1, 3, 2, 1, 1, 2, 1),
              "UP_TO_24_HOURS",
              "CONTROL",
              GENERATED),
          session(1, 4, 3, 3, "A careful first try. It pulls a little, that is all."),
          session(3, 3, 2, 2, "Standing up from the desk was easier afterwards."),
          new Session(
              Moment.of(5, "07:00"),
              "A sharp twinge in my low back on the third {exercise}. I stopped.",
              3,
              2,
              4,
              Optional.of(new Hurt("bridge", 5, "SHARP")),
              Optional.of(REGRESSED)),
          checkIn(6, 4, "Stiff this morning, but no worse."),
          expecting(RESTORED, checkIn(7, 3, "Back to my usual.")),
          session(8, 3, 2, 2, "Good to be moving again."),
          session(10, 2, 2, 2, "Quick and easy before work."),
          expecting(PROGRESSED, session(12, 2, 1, 2, "Three good ones in a row.")),
          session(15, 2, 2, 2, "The next level is fine."),
          session(18, 3, 3, 3, "Two long days of meetings. It pulled, and it was gone by evening."),
          new Report(
              Moment.of(21, "19:30"),
              "Ninety minutes in a low meeting chair. I did the {exercise} all the same, and it has"
                  + " ached for three hours. I worry that it starts again.",
              4,
              3,
              "bridge",
              REGRESSED),
          checkIn(22, 3, "Better already after a walk."),
          expecting(RESTORED, checkIn(23, 2, "It has settled.")),
          new Assessment(
              Moment.of(25, "18:00"),
              "I sat through a whole film.",
              2,
              3,
              List.of(1, 1, 1, 0, 2, 1, 0, 1, 1, 0),
              "UNDER_30_MINUTES",
              "BUILD",
              GENERATED),
          session(28, 2, 2, 2, "New exercises, and my legs know it."),
          session(30, 2, 2, 1, "Good."),
          expecting(PROGRESSED, session(32, 1, 1, 1, "I hardly think about my back today.")),
          session(35, 2, 3, 3, "A weekend in the garden, and the new level on top."),
          session(37, 2, 2, 1, "Fine again."),
          session(39, 1, 1, 1, "Done before the coffee was ready."),
          new Assessment(
              Moment.of(41, "18:00"),
              "Desk, stairs, train: I do not plan my day around my back any more.",
              2,
              3,
              List.of(1, 0, 1, 0, 1, 1, 0, 0, 1, 0),
              "UNDER_30_MINUTES",
              "BUILD",
              GENERATED));

  private Story() {}

  private static Session session(int day, int before, int during, int after, String words) {
    return new Session(
        Moment.of(day, "07:00"), words, before, during, after, Optional.empty(), Optional.empty());
  }

  private static CheckIn checkIn(int day, int pain, String words) {
    return new CheckIn(Moment.of(day, "07:30"), words, pain, Optional.empty());
  }

  private static Session expecting(Change change, Session quiet) {
    return new Session(
        quiet.moment(),
        quiet.words(),
        quiet.before(),
        quiet.during(),
        quiet.after(),
        quiet.hurt(),
        Optional.of(change));
  }

  private static CheckIn expecting(Change change, CheckIn quiet) {
    return new CheckIn(quiet.moment(), quiet.words(), quiet.pain(), Optional.of(change));
  }
}
