package health.backstep.stack.cli;

import health.backstep.stack.doctor.ComposePlace;
import health.backstep.stack.doctor.Elsewhere;
import health.backstep.stack.doctor.LocalPlace;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.service.Trust;
import health.backstep.stack.doctor.site.AddressSite;
import health.backstep.stack.doctor.site.ComposeSite;
import health.backstep.stack.doctor.site.LocalSite;
import health.backstep.stack.doctor.site.Site;
import health.backstep.stack.platform.StackFailure;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is examined: the local stack, unless containers or addresses are named. */
final class SiteOptions {

  private static final String PROJECT = "backstep";

  @Mixin private DataOption data;

  @Option(
      names = "--compose",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = "8080",
      description =
          "The core that 'docker compose' runs here, behind its gateway on that port (default"
              + " ${FALLBACK-VALUE}).")
  private Integer compose;

  @Option(
      names = "--url",
      paramLabel = "[SERVICE=]URL",
      split = ",",
      description = {
        "Services at these addresses: profile=URL,plan=URL,session=URL, or three URLs in this order.",
        "Then only what each tells over HTTP is looked at."
      })
  private List<String> urls = List.of();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "With --url: trust those of this PEM file instead of those whom Java trusts.")
  private Path ca;

  /**
   * The site.
   *
   * @throws StackFailure when the options do not go together, or an address is none
   */
  Site site() {
    if (compose != null && !urls.isEmpty()) {
      throw new StackFailure("--compose and --url do not go together.");
    }
    if (ca != null && urls.isEmpty()) {
      throw new StackFailure("--ca goes with --url.");
    }
    if (!urls.isEmpty()) {
      return new AddressSite(ServiceAddresses.parse(urls), trust(), Setting.of(new Elsewhere()));
    }
    return compose == null ? local() : composed();
  }

  private Site local() {
    return new LocalSite(
        data.folder(), Repository.root(), Setting.of(new LocalPlace(data.option())));
  }

  /** Where PostgreSQL is found is known when its container is. */
  private Site composed() {
    return new ComposeSite(
        Repository.root(), PROJECT, compose, Setting.of(new ComposePlace("HOST:5432")));
  }

  private Trust trust() {
    return ca == null ? Trust.ofJava() : Trust.of(ca);
  }
}
