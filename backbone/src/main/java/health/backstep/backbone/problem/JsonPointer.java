package health.backstep.backbone.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** JSON pointers (RFC 6901) for the paths that Jackson and Bean Validation report. */
final class JsonPointer {

  private JsonPointer() {}

  static String of(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : path) {
      append(
          pointer,
          reference.getFieldName() == null
              ? Integer.toString(reference.getIndex())
              : reference.getFieldName());
    }
    return pointer.toString();
  }

  /** Leaves out the method and the parameter that Bean Validation puts in front. */
  static String of(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        append(pointer, node.getIndex().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        append(pointer, node.getName());
      }
    }
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, String part) {
    pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
  }
}
