package health.backstep.backbone.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Makes of what the framework finds in the resources the document that partners generate clients
 * from: stable names, required and nullable fields, every error with its codes, headers, examples.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PartnerDocument implements OASFilter {

  private final IndexView index;

  public PartnerDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Words words = Words.ofThisService();
    new Naming(new KnownTypes(index), words.names()).apply(api);
    Scalars.inline(api);
    new Presence(new KnownTypes(index)).apply(api);
    new SharedAnswers(Codes.known(), ErrorExamples.known(), words.versioned()).apply(api);
    words.apply(api);
    Examples.apply(api);
    Tidy.apply(api);
  }
}
