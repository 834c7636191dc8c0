package health.backstep.backbone.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a read with 304 and no body when the caller already has what it would get: its {@code
 * If-None-Match} names the {@code ETag} of the answer.
 */
public class UnchangedSince {

  private static final String WEAK = "W/";

  @ServerResponseFilter
  void leaveOut(ContainerRequestContext request, ContainerResponseContext answer) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    String tag = answer.getHeaderString(HttpHeaders.ETAG);
    if (known != null
        && tag != null
        && answer.getStatus() == 200
        && request.getMethod().equals(HttpMethod.GET)
        && names(known, tag)) {
      answer.setStatus(304);
      answer.setEntity(null);
    }
  }

  /** By the weak comparison of RFC 9110; our tags have no comma in them. */
  private static boolean names(String known, String tag) {
    return known.strip().equals("*")
        || Arrays.stream(known.split(","))
            .map(String::strip)
            .map(each -> each.startsWith(WEAK) ? each.substring(WEAK.length()) : each)
            .anyMatch(tag::equals);
  }
}
