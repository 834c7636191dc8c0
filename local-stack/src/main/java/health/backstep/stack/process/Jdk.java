package health.backstep.stack.process;

import java.nio.file.Path;
import java.util.List;

/** The JDK that runs us also runs the JVMs that we start. */
public final class Jdk {

  /** Keeps JDK 25 from warning about what Kafka and Netty do, which is not ours to change. */
  public static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private Jdk() {}

  /** Tells one build of the JVM from every other. */
  public static String build() {
    return String.join(
        " ",
        System.getProperty("java.home"),
        System.getProperty("java.vm.vendor"),
        System.getProperty("java.vm.version"));
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
