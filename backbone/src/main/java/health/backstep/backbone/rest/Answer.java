package health.backstep.backbone.rest;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a write answers, and answers again when it is repeated with the same key.
 *
 * @param status HTTP status
 * @param body written as JSON
 * @param location where the new thing is
 * @param version of the thing, for its {@code ETag}
 */
public record Answer(int status, Object body, @Nullable URI location, @Nullable Long version) {

  public static Answer created(String location, Object body) {
    return new Answer(201, body, URI.create(location), null);
  }

  public static Answer ok(Object body) {
    return new Answer(200, body, null, null);
  }

  public Answer version(long current) {
    return new Answer(status, body, location, current);
  }
}
