package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.Shot;
import java.util.List;
import java.util.function.Consumer;

/** Sends requests of a seed and tells what is wrong with their answers. */
record Judged(Judge judge, long seed, Consumer<Finding> findings) {

  Answer send(Shot shot, Lines lines) {
    Answer answer = lines.send(shot);
    List<String> faults = judge.faults(shot, answer);
    if (!faults.isEmpty()) {
      tell(shot, String.join("; ", faults));
    }
    return answer;
  }

  void tell(Shot shot, String what) {
    findings.accept(new Finding(where(shot), what, CommandLineOf.shot(shot)));
  }

  private String where(Shot shot) {
    return "seed %d, number %d, %s %s"
        .formatted(seed, shot.number(), shot.operation().id(), shot.mutations());
  }
}
