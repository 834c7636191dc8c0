package health.backstep.plan.change.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The pace and the limits of the change feed. */
@ConfigMapping(prefix = "backstep.changes")
public interface ChangesConfig {

  /** How often changes of other instances are looked for. */
  Duration lookEvery();

  /** How long a stream is silent at most. */
  Duration heartbeat();

  /** When a reader whose stream has ended, or could not begin, is asked to come back. */
  Duration reconnectAfter();

  /** Streams that one tenant may have open on this instance. */
  int streamsPerTenant();

  /** Streams that may be open on this instance. */
  int streams();

  /** How long changes are kept. */
  Duration keep();

  /** How often those past their time are looked for. */
  Duration removeEvery();

  /** Changes removed in one transaction. */
  int removeStep();
}
