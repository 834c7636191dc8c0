package health.backstep.system.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/**
 * CloudNativePG's resources, as far as they are used: nobody publishes classes for them. Written
 * after its resource definitions of 1.29 and 1.30.
 */
final class CloudNativePg {

  private CloudNativePg() {}

  record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

  record ClusterSpec(
      int instances,
      String imageName,
      boolean enableSuperuserAccess,
      Bootstrap bootstrap,
      Postgresql postgresql,
      Managed managed,
      Affinity affinity,
      Storage storage,
      ResourceRequirements resources) {}

  record Bootstrap(InitDb initdb) {}

  record InitDb(String encoding, String locale, String localeProvider, String builtinLocale) {}

  record Postgresql(
      Map<String, String> parameters,
      Synchronous synchronous,
      @JsonProperty("pg_hba") List<String> hostBasedAuthentication) {}

  record Synchronous(String method, int number, String dataDurability, boolean failoverQuorum) {}

  record Managed(List<Role> roles) {}

  record Role(String name, boolean login, SecretName passwordSecret) {}

  record SecretName(String name) {}

  record Affinity(boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

  record Storage(String size) {}

  record Database(String apiVersion, String kind, ObjectMeta metadata, DatabaseSpec spec) {}

  record DatabaseSpec(ClusterName cluster, String name, String owner) {}

  record ClusterName(String name) {}
}
