package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import java.util.List;

/** What is examined. */
public sealed interface Site permits LocalSite, ComposeSite, AddressSite {

  /** All that can be looked at here now. What cannot be found out is a check that fails. */
  List<Check> checks();
}
