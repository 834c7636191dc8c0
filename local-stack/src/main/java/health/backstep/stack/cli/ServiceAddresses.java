package health.backstep.stack.cli;

import health.backstep.stack.doctor.service.Instance;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.service.ServiceProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where services are: by their names, or three addresses in the order of the services. */
final class ServiceAddresses {

  private static final Pattern NAMED = Pattern.compile("([\\w-]+)=(.*)");

  private ServiceAddresses() {}

  /**
   * The instances that are meant.
   *
   * @throws StackFailure when a name or an address is none
   */
  static List<Instance> parse(List<String> given) {
    List<Instance> instances = new ArrayList<>();
    for (String one : given) {
      Matcher named = NAMED.matcher(one);
      if (named.matches()) {
        instances.add(new Instance(service(named.group(1)), address(named.group(2))));
      } else {
        instances.add(new Instance(inOrder(instances.size(), given), address(one)));
      }
    }
    return List.copyOf(instances);
  }

  private static ServiceName inOrder(int number, List<String> given) {
    if (given.size() != ServiceName.values().length) {
      throw new StackFailure(
          "--url takes three addresses (profile, plan, session), or names them: plan=http://HOST:8082");
    }
    return List.of(ServiceName.values()).get(number);
  }

  private static ServiceName service(String word) {
    return Arrays.stream(ServiceName.values())
        .filter(service -> ServiceProcess.isNamed(service, word))
        .findFirst()
        .orElseThrow(
            () ->
                new StackFailure(
                    "--url: there is no service '%s'. There are: profile, plan, session."
                        .formatted(word)));
  }

  private static URI address(String text) {
    return Optional.of(text)
        .filter(address -> address.matches("https?://[^/?#@]+/?"))
        .flatMap(ServiceAddresses::uri)
        .orElseThrow(
            () ->
                new StackFailure(
                    "--url takes addresses such as https://plan.example.org, without a path; '%s' is none."
                        .formatted(text)));
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(URI.create(address)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
