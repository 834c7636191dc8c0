package health.backstep.backbone.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** The records and enumerations that schemas are made from. */
final class KnownTypes {

  private static final DotName JSON_NAME =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private final IndexView index;

  KnownTypes(IndexView index) {
    this.index = index;
  }

  /** The enumeration of that simple name with exactly these values. */
  Optional<ClassInfo> enumeration(String simpleName, Schema schema) {
    return ours()
        .filter(type -> type.isEnum() && named(type, simpleName))
        .filter(type -> constants(type).equals(Set.copyOf(schema.getEnumeration())))
        .findFirst();
  }

  /**
   * The record that a schema is made from.
   *
   * @throws IllegalStateException when two could be it and would be read differently
   */
  Optional<ClassInfo> record(String schemaName, Schema schema) {
    Set<String> fields = schema.getProperties().keySet();
    List<ClassInfo> found = records(schemaName, names -> names.equals(fields));
    if (found.isEmpty()) {
      found = records(schemaName, fields::containsAll);
    }
    Set<Set<String>> readings = found.stream().map(this::facts).collect(Collectors.toSet());
    if (readings.size() > 1) {
      throw new IllegalStateException(
          "several types make the schema " + schemaName + ", name one by @Schema(name): " + found);
    }
    return found.stream().findFirst();
  }

  private List<ClassInfo> records(String schemaName, Predicate<Set<String>> byComponents) {
    return ours()
        .filter(ClassInfo::isRecord)
        .filter(type -> named(type, schemaName) || isGeneric(type, schemaName))
        .filter(type -> byComponents.test(byJsonName(type).keySet()))
        .toList();
  }

  /** The components by the names that they have in JSON. */
  Map<String, RecordComponentInfo> byJsonName(ClassInfo type) {
    return type.recordComponents().stream()
        .collect(Collectors.toMap(part -> jsonName(type, part), Function.identity()));
  }

  private Set<String> facts(ClassInfo type) {
    Set<String> facts = new TreeSet<>();
    byJsonName(type)
        .forEach((name, part) -> facts.add(name + " " + Presence.isNullable(part.type())));
    return facts;
  }

  private Stream<ClassInfo> ours() {
    return index.getKnownClasses().stream()
        .filter(type -> type.name().toString().startsWith("health.backstep."));
  }

  private static boolean isGeneric(ClassInfo type, String schemaName) {
    return !type.typeParameters().isEmpty() && schemaName.startsWith(type.simpleName());
  }

  private static boolean named(ClassInfo type, String schemaName) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(AnnotationValue::asString)
        .orElse(type.simpleName())
        .equals(schemaName);
  }

  private static String jsonName(ClassInfo type, RecordComponentInfo part) {
    AnnotationInstance renamed = type.field(part.name()).declaredAnnotation(JSON_NAME);
    return renamed == null || renamed.value() == null ? part.name() : renamed.value().asString();
  }

  private static Set<Object> constants(ClassInfo type) {
    return type.enumConstants().stream().map(FieldInfo::name).collect(Collectors.toSet());
  }
}
