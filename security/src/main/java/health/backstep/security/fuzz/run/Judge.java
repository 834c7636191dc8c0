package health.backstep.security.fuzz.run;

import health.backstep.security.authz.run.ProblemForm;
import health.backstep.security.fuzz.Shot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what is wrong with an answer. */
final class Judge {

  private final Codes codes;
  private final AnswerSchemas schemas = new AnswerSchemas();

  Judge(Codes codes) {
    this.codes = codes;
  }

  /** Nothing when it is as any answer has to be. */
  List<String> faults(Shot shot, Answer answer) {
    if (answer.status() >= 500 && !isOfAVersionThatMayCome(answer)) {
      return List.of("answered " + answer.inShort());
    }
    if (answer.took().compareTo(Line.PATIENCE) >= 0) {
      return List.of("no answer within " + Line.PATIENCE.toSeconds() + " s");
    }
    if (Arrays.stream(BeforeRouting.values()).anyMatch(known -> known.covers(shot, answer))) {
      return List.of();
    }
    if (answer.ending() != Answer.Ending.ANSWERED) {
      return List.of("closed without an answer");
    }
    return answer.status() >= 400 ? faultsOfRefusal(shot, answer) : faultsOfSuccess(shot, answer);
  }

  private List<String> faultsOfRefusal(Shot shot, Answer answer) {
    if (shot.asksForHeadOnly()) {
      return List.of();
    }
    List<String> faults = new ArrayList<>(ProblemForm.faults(answer.reply()));
    String code = answer.reply().json().path("code").asText();
    if (!codes.known().contains(code)) {
      faults.add("the code '" + code + "' is in no list");
    }
    if (shot.samePlace() && !isGeneral(answer.status()) && !isDocumented(shot, answer)) {
      faults.add("the document does not name it");
    }
    return faults.stream().map(fault -> answer.inShort() + ": " + fault).toList();
  }

  private List<String> faultsOfSuccess(Shot shot, Answer answer) {
    if (!shot.samePlace() || shot.asksForHeadOnly() || answer.status() == 304) {
      return List.of();
    }
    if (!isDocumented(shot, answer)) {
      return List.of("answered " + answer.status() + ", which the document does not name");
    }
    boolean json = answer.reply().header("content-type").startsWith("application/json");
    return json
        ? schemas.faults(shot.described(), answer.status(), answer.reply().body()).stream()
            .map(fault -> "the body differs from the document at " + fault)
            .toList()
        : List.of();
  }

  /** What a session gets that names a plan version a little above the latest: no fault of ours. */
  private static boolean isOfAVersionThatMayCome(Answer answer) {
    return answer.status() == 503
        && answer.reply().json().path("code").asText().equals("PLAN_VERSION_NOT_KNOWN_YET");
  }

  private static boolean isDocumented(Shot shot, Answer answer) {
    return shot.described().answers().has(Integer.toString(answer.status()));
  }

  /** What HTTP itself has for every address, and no document repeats. */
  private static boolean isGeneral(int status) {
    return List.of(405, 406, 408, 413, 414, 415, 417, 431).contains(status);
  }
}
