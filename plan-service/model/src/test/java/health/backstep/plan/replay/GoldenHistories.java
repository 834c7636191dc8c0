package health.backstep.plan.replay;

import static health.backstep.plan.replay.ToldHistory.begun;
import static health.backstep.plan.replay.ToldHistory.told;

import java.util.List;

/** Varied courses, by which it shows when a rule set means something else than before. */
final class GoldenHistories {

  private GoldenHistories() {}

  static List<ToldHistory> all() {
    return List.of(
        begun("a calm start", "CALM", "NONE"),
        begun("a start in control with extension bias", "CONTROL", "EXTENSION"),
        begun("a start in build with flexion bias", "BUILD", "FLEXION"),
        told("equipment, loading and half an hour")
            .registered(30, "BAND", "DUMBBELLS", "BALL")
            .cleared(true)
            .assessed("BUILD", "NONE"),
        told("five minutes").registered(5).cleared(false).assessed("CONTROL", "FLEXION"),
        told("an assessment before clearance")
            .registered(10)
            .assessed("CALM", "NONE")
            .cleared(false),
        told("a clearance that runs out")
            .registered(15)
            .clearedUntil(5)
            .assessed("CONTROL", "NONE")
            .day(5)
            .lapsed()
            .day(7)
            .cleared(false),
        told("an urgent answer, then clearance")
            .registered(15)
            .cleared(false)
            .assessed("NEEDS_CLEARANCE", "CONTROL", "NONE", "ACUTE", "LOW", "RF-URGENT")
            .day(1)
            .cleared(false),
        begun("an emergency in the course", "CONTROL", "EXTENSION")
            .day(3)
            .redFlag("EMERGENCY")
            .day(10)
            .cleared(false),
        begun("nine good sessions", "BUILD", "NONE").day(1).greenSessions(9),
        begun("good sessions with one that hurt", "BUILD", "NONE")
            .day(1)
            .greenSessions(2)
            .session("AMBER", 100, 4)
            .day(9)
            .greenSessions(4),
        begun("a mild flare that settles", "CONTROL", "EXTENSION")
            .day(2)
            .flare("f", "MILD", "bridge")
            .day(4)
            .settles("f"),
        begun("a moderate flare that settles", "CONTROL", "EXTENSION")
            .day(2)
            .flare("f", "MODERATE", "bridge")
            .day(5)
            .settles("f")
            .day(6)
            .greenSessions(4),
        begun("a severe flare, a new assessment", "BUILD", "NONE")
            .day(2)
            .flare("f", "SEVERE", "plank")
            .day(8)
            .settles("f")
            .day(9)
            .assessed("CONTROL", "NONE"),
        begun("a flare that escalates", "CONTROL", "FLEXION")
            .day(2)
            .flare("f", "MILD", "cat-cow")
            .day(3)
            .escalates("f", "MODERATE", "bridge")
            .day(4)
            .escalates("f", "SEVERE")
            .day(12)
            .settles("f"),
        begun("pain down the leg", "CONTROL", "EXTENSION")
            .day(2)
            .flare("f", "OPENED", "MODERATE", true, 1, "prone-press-up")
            .day(6)
            .settles("f"),
        begun("a second and a third flare in two weeks, then a review", "CONTROL", "EXTENSION")
            .day(1)
            .flare("f", "MILD", "bridge")
            .day(3)
            .settles("f")
            .day(5)
            .flare("g", "MODERATE", "bridge")
            .day(7)
            .settles("g")
            .day(9)
            .flare("h", "MILD", "plank")
            .day(11)
            .settles("h")
            .day(12)
            .reviewed("RESUME"),
        begun("a review that holds", "CONTROL", "NONE").day(3).reviewed("HOLD"),
        told("chronic pain at high risk")
            .registered(20)
            .cleared(false)
            .assessed("FIT", "CONTROL", "NONE", "CHRONIC", "HIGH")
            .day(2)
            .flare("f", "MODERATE", "bridge")
            .day(5)
            .settles("f"),
        begun("a flare of an older plan comes late", "BUILD", "NONE")
            .day(1)
            .greenSessions(3)
            .flare("f", "OPENED", "MODERATE", false, 1, "bridge")
            .day(12)
            .settles("f"),
        begun("a regression while wishes and clearance change", "CONTROL", "EXTENSION")
            .day(2)
            .flare("f", "MODERATE", "bridge")
            .day(3)
            .registered(10, "BAND")
            .clearanceWithdrawn()
            .day(4)
            .cleared(true)
            .day(6)
            .settles("f"),
        told("too little rest")
            .registered(15)
            .cleared(false)
            .assessed("FIT", "BUILD", "NONE", "SUBACUTE", "MEDIUM", "CL-2", "RF-ADVISORY"));
  }
}
