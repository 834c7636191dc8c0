package health.backstep.backbone.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenRoutesTest {

  @Test
  void aRouteThatNamesNoScopeIsOpen() {
    assertThat(OpenRoutes.in(Stream.of(Unruled.class)))
        .containsExactlyInAnyOrder(
            "Unruled.everybody",
            "Unruled.forgotten",
            "Unruled.nobodyNamed",
            "Unruled.noScope",
            "Unruled.wildcard");
  }

  @Test
  void theMethodsOwnRuleCountsBeforeTheClasssOne() {
    assertThat(OpenRoutes.in(Stream.of(Ruled.class))).containsExactly("Ruled.opened");
  }

  public static class Unruled {

    @GET
    public void forgotten() {}

    @POST
    @PermitAll
    public void everybody() {}

    @PUT
    @RolesAllowed({})
    public void nobodyNamed() {}

    @DELETE
    @RolesAllowed("admin")
    public void noScope() {}

    @PATCH
    @RolesAllowed("**")
    public void wildcard() {}

    @GET
    @RolesAllowed("patients:read")
    public void guarded() {}

    @GET
    @DenyAll
    public void closed() {}

    public void noRoute() {}
  }

  @RolesAllowed("patients:read")
  public static class Ruled {

    @GET
    public void guardedByTheClass() {}

    @POST
    @PermitAll
    public void opened() {}
  }
}
