package health.backstep.plan.course;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** One line for the plan and one for each exercise, hashed. */
final class Digest {

  private Digest() {}

  static String of(PlanVersion plan) {
    String head =
        String.join(
            "|",
            plan.status().name(),
            plan.stage().name(),
            plan.policy().name(),
            Boolean.toString(plan.regressed()),
            plan.restUntil().map(Object::toString).orElse("-"),
            Integer.toString(plan.sessionsPerWeek()),
            plan.rulesetVersion());
    String items =
        plan.routine().items().stream()
            .map(item -> item.exerciseId() + "|" + item.level() + "|" + item.dose())
            .collect(Collectors.joining("\n"));
    return sha256(head + "\n" + items);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
