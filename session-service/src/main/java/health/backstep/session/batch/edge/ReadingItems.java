package health.backstep.session.batch.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.problem.PartProblem;
import health.backstep.backbone.problem.Violations;
import health.backstep.wire.Fault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the items of a batch one by one, as strictly as their own routes do. */
@RequestScoped
class ReadingItems {

  private static final Fault NOTHING =
      new Fault("", "REQUIRED", "an item is a JSON object with id, patientId and one body");

  private final ObjectMapper json;
  private final Validator validator;
  private final UriInfo uri;

  ReadingItems(ObjectMapper json, Validator validator, UriInfo uri) {
    this.json = json;
    this.validator = validator;
    this.uri = uri;
  }

  /** The items that can be taken in; the answers to the others go into the list at their places. */
  List<ReadItem> read(List<JsonNode> nodes, ItemAnswer[] answers) {
    List<ReadItem> items = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      try {
        BatchItem item = json.treeToValue(node, BatchItem.class);
        List<Fault> faults = faults(item);
        if (faults.isEmpty()) {
          items.add(new ReadItem(i, item));
        } else {
          answers[i] =
              ItemAnswer.refused(
                  id(node), PartProblem.of(Violations.refused(faults), uri, ReadItem.pointer(i)));
        }
      } catch (JsonProcessingException e) {
        answers[i] =
            ItemAnswer.refused(id(node), PartProblem.unreadable(e, uri, ReadItem.pointer(i)));
      }
    }
    return items;
  }

  private List<Fault> faults(@Nullable BatchItem item) {
    if (item == null) {
      return List.of(NOTHING);
    }
    List<Fault> faults = new ArrayList<>(Violations.faults(validator.validate(item)));
    faults.addAll(item.faults());
    return faults;
  }

  /** The id alone, so that the app can tell which of its items was broken. */
  private @Nullable UUID id(JsonNode node) {
    try {
      return json.treeToValue(node.path("id"), UUID.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
