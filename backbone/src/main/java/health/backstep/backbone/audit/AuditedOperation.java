package health.backstep.backbone.audit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An operation by its {@code operationId}, and where its address names what it is about.
 *
 * @param type the last collection of which it names one; null when it names none
 * @param parameter by which it does
 */
record AuditedOperation(String id, @Nullable String type, @Nullable String parameter) {

  private static final String PATIENT = "patientId";
  private static final Pattern NAMED = Pattern.compile("([a-z-]+)/\\{([A-Za-z]+)[^/]*}");
  private static final Map<Method, AuditedOperation> KNOWN = new ConcurrentHashMap<>();

  static AuditedOperation of(Method resource) {
    return KNOWN.computeIfAbsent(resource, AuditedOperation::read);
  }

  /** What a call with these path parameters is about. */
  AuditObject object(MultivaluedMap<String, String> path) {
    return new AuditObject(
        type,
        parameter == null ? null : AuditObject.idOrNull(path.getFirst(parameter)),
        AuditObject.uuidOrNull(path.getFirst(PATIENT)));
  }

  private static AuditedOperation read(Method resource) {
    Operation said = resource.getAnnotation(Operation.class);
    String id =
        said == null || said.operationId().isEmpty() ? resource.getName() : said.operationId();
    String path =
        Stream.of(
                resource.getDeclaringClass().getAnnotation(Path.class),
                resource.getAnnotation(Path.class))
            .map(part -> part == null ? "" : part.value())
            .collect(Collectors.joining("/"))
            .replaceAll("/+", "/");
    return NAMED
        .matcher(path)
        .results()
        .reduce((first, next) -> next)
        .map(last -> new AuditedOperation(id, last.group(1), last.group(2)))
        .orElseGet(() -> new AuditedOperation(id, null, null));
  }
}
