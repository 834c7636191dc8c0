package health.backstep.backbone.problem;

import static java.util.Comparator.comparing;

import health.backstep.wire.Fault;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;

/** What Bean Validation finds, as faults by their place, whoever asked it. */
public final class Violations {

  private Violations() {}

  /** In the order of their places. */
  public static List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream().map(Violations::fault).sorted(comparing(Fault::pointer)).toList();
  }

  /** The problem of a request with such faults. */
  public static ProblemException refused(List<Fault> faults) {
    return new ProblemException(
        422, "INVALID_REQUEST", "The request can be read but not accepted.", faults);
  }

  private static Fault fault(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String code =
        switch (constraint) {
          case "NotNull", "NotEmpty", "NotBlank" -> "REQUIRED";
          case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero", "Size" ->
              "OUT_OF_RANGE";
          default -> "INVALID_VALUE";
        };
    return new Fault(JsonPointer.of(violation.getPropertyPath()), code, violation.getMessage());
  }
}
