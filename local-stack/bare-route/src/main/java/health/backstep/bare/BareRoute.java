package health.backstep.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A route without anything around it: no token, no tenant, no database. It works on a thread of the
 * pool, as any route does that is written without a thought of threads.
 */
@Path("/document")
public class BareRoute {

  private final byte[] document;

  BareRoute(@ConfigProperty(name = "backstep.bare-route.document") String file) throws IOException {
    this.document = Files.readAllBytes(java.nio.file.Path.of(file));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] document() {
    return document.clone();
  }
}
