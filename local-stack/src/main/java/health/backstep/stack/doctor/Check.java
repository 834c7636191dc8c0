package health.backstep.stack.doctor;

import java.util.List;

/** Looks at one side of the platform. */
public interface Check {

  Subject subject();

  /** Looks, and changes nothing. Whatever goes wrong meanwhile becomes a finding. */
  List<Finding> look() throws Exception;
}
