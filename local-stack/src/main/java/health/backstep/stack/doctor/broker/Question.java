package health.backstep.stack.doctor.broker;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** A question to Kafka. */
interface Question {

  Subject subject();

  List<Finding> ask(Admin admin) throws Exception;
}
