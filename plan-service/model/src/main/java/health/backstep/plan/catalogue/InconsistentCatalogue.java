package health.backstep.plan.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** Reviewed exercises that no plan may be made of; it names every fault at once. */
public final class InconsistentCatalogue extends IllegalArgumentException {

  private final transient List<CatalogueFault> faults;

  public InconsistentCatalogue(List<CatalogueFault> faults) {
    super(
        faults.stream()
            .map(CatalogueFault::toString)
            .collect(Collectors.joining("\n  ", "the catalogue is not consistent:\n  ", "")));
    this.faults = List.copyOf(faults);
  }

  /** At least one. */
  public List<CatalogueFault> faults() {
    return faults;
  }
}
