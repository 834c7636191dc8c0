package health.backstep.backbone.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a read with 304 and no body when the caller already has what it would get: its {@code
 * If-None-Match} names the {@code ETag} of the answer.
 */
public class UnchangedSince {

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @ServerResponseFilter
  void leaveOut(ContainerRequestContext request, ContainerResponseContext answer) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    String tag = answer.getHeaderString(HttpHeaders.ETAG);
    if (known != null
        && tag != null
        && answer.getStatus() == 200
        && READS.contains(request.getMethod())
        && EntityTags.isKnown(known, tag)) {
      answer.setStatus(304);
      answer.setEntity(null);
    }
  }
}
