package health.backstep.plan.diff;

import health.backstep.rules.Evidence;
import java.util.List;

/** A rule that caused a difference, in words for the patient, and what it rests on. */
public record Reason(String rule, String text, List<String> sources, Evidence evidence) {}
