package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.util.List;

/** A question to the database of a service. */
interface Question {

  Subject subject(ServiceName service);

  List<Finding> ask(ServiceDatabase database) throws Exception;
}
