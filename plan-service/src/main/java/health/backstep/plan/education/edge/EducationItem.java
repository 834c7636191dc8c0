package health.backstep.plan.education.edge;

import java.util.List;

/** Something worth knowing. */
public record EducationItem(String id, String title, String text, List<String> sources) {}
