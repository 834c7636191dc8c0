package health.backstep.session.batch.edge;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an app gathered while it was offline.
 *
 * @param items 1 to 500, each read by itself, so that a broken one does not spoil the others
 */
public record SessionBatch(
    @NotNull
        @Size(min = 1, max = SessionBatch.MOST)
        @Schema(type = SchemaType.ARRAY, implementation = BatchItem.class)
        List<JsonNode> items) {

  static final int MOST = 500;
}
