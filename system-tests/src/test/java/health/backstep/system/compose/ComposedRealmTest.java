package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.secret.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The realm that Keycloak is given, which is JSON and so YAML as well. */
class ComposedRealmTest {

  /** Who somebody is, and that the token is for Backstep: in every token, and no scope of ours. */
  private static final Set<String> IN_EVERY_TOKEN = Set.of("basic", "backstep");

  private static final Map<String, Object> REALM =
      new Yaml().load(ComposeFile.text("deploy/keycloak/backstep-realm.json"));

  @Test
  void knows_the_scopes_of_the_platform_and_no_others() {
    Set<String> scopes =
        maps("clientScopes").stream()
            .map(scope -> (String) scope.get("name"))
            .filter(name -> !IN_EVERY_TOKEN.contains(name))
            .collect(Collectors.toSet());
    assertThat(scopes).isEqualTo(Scopes.all());
  }

  @Test
  void gives_each_client_one_tenant_and_only_the_scopes_that_it_asks_for() {
    assertThat(maps("clients"))
        .isNotEmpty()
        .allSatisfy(
            client -> {
              assertThat(client).containsEntry("publicClient", false);
              assertThat(Set.copyOf(ComposeFile.list(client.get("defaultClientScopes"))))
                  .isEqualTo(IN_EVERY_TOKEN);
              assertThat(Set.copyOf(ComposeFile.list(client.get("optionalClientScopes"))))
                  .isEqualTo(Scopes.all());
              assertThat(claims(client)).containsOnlyKeys("tenant");
            });
  }

  @Test
  void holds_no_secret_of_a_client() {
    assertThat(maps("clients"))
        .allSatisfy(
            client -> {
              String secret = (String) client.get("secret");
              assertThat(secret).matches("\\$\\{[A-Z_]+_SECRET}");
              String file = "/run/secrets/keycloak-" + client.get("clientId") + "-secret";
              assertThat(ComposeFile.text("deploy/keycloak/start"))
                  .contains(secret.replaceAll("[${}]", "") + "=$(<" + file + ")");
            });
  }

  @Test
  void signs_for_the_audience_and_as_the_issuer_that_the_services_are_told() {
    Map<String, String> auth = ComposeFile.settings("deploy/auth.env");
    String hostname = ComposeFile.read().environment("keycloak").get("KC_HOSTNAME");
    assertThat(auth.get("BACKSTEP_TOKEN_ISSUER"))
        .isEqualTo(hostname + "/realms/" + REALM.get("realm"));
    assertThat(auth.get("BACKSTEP_JWKS"))
        .isEqualTo(
            "https://keycloak:8443/realms/"
                + REALM.get("realm")
                + "/protocol/openid-connect/certs");
    assertThat(ComposeFile.text("deploy/keycloak/backstep-realm.json"))
        .contains(
            "\"included.custom.audience\": \""
                + ComposeFile.example().get("BACKSTEP_TOKEN_AUDIENCE")
                + "\"");
  }

  private static Map<String, Object> claims(Map<String, Object> client) {
    return ComposeFile.list(client.get("protocolMappers")).stream()
        .map(mapper -> ComposeFile.map(ComposeFile.map(mapper).get("config")))
        .collect(
            Collectors.toMap(
                config -> (String) config.get("claim.name"), config -> config.get("claim.value")));
  }

  private static List<Map<String, Object>> maps(String name) {
    return ComposeFile.list(REALM.get(name)).stream().map(ComposeFile::map).toList();
  }
}
