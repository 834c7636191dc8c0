package health.backstep.backbone.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identifiers that sort by the time they were made (UUID version 7, RFC 9562). */
public final class Uuid7 {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Uuid7() {}

  public static UUID next() {
    return GENERATOR.generate();
  }
}
