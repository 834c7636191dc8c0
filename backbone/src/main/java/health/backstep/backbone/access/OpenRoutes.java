package health.backstep.backbone.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Routes that do not name the scopes that open them, or name them wrongly. */
final class OpenRoutes {

  private static final Pattern SCOPE = Pattern.compile("[a-z]+:[a-z]+");

  private OpenRoutes() {}

  /** The open ones among the resources' methods, as {@code Class.method}. */
  static List<String> in(Stream<Class<?>> resources) {
    return resources
        .flatMap(resource -> Arrays.stream(resource.getMethods()).filter(OpenRoutes::isOpen))
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .sorted()
        .toList();
  }

  private static boolean isOpen(Method method) {
    return isRoute(method) && !isGuarded(method, method.getDeclaringClass());
  }

  private static boolean isRoute(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }

  /** The method's own rule counts; the class's only where the method has none. */
  private static boolean isGuarded(Method method, Class<?> resource) {
    AnnotatedElement ruled = hasRule(method) ? method : resource;
    if (ruled.isAnnotationPresent(DenyAll.class)) {
      return true;
    }
    RolesAllowed scopes = ruled.getAnnotation(RolesAllowed.class);
    return scopes != null
        && scopes.value().length > 0
        && Arrays.stream(scopes.value()).allMatch(scope -> SCOPE.matcher(scope).matches());
  }

  private static boolean hasRule(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(rule -> rule.annotationType().getPackageName())
        .anyMatch(RolesAllowed.class.getPackageName()::equals);
  }
}
