package health.backstep.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The contract's files on the class path, in a folder or in a jar, so that a service's tests find
 * them wherever they run.
 */
final class ContractFiles {

  private static final String ROOT = "contracts/";
  private static final String ANCHOR = ROOT + "asyncapi.yaml";

  private ContractFiles() {}

  /** Paths of the JSON files below a folder of the contract, for example {@code schemas/}. */
  static List<String> below(String folder) {
    return all()
        .filter(path -> path.startsWith(folder) && path.endsWith(".json"))
        .sorted()
        .toList();
  }

  /** Content of one file, for example {@code asyncapi.yaml}. */
  static byte[] read(String path) {
    try (InputStream in = loader().getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + ROOT + path + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> all() {
    URL anchor = loader().getResource(ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException(
          "no " + ANCHOR + " on the class path: add the contracts module to the test dependencies");
    }
    try {
      URLConnection connection = anchor.openConnection();
      return connection instanceof JarURLConnection jar
          ? inJar(jar)
          : inFolder(Path.of(anchor.toURI()).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> inJar(JarURLConnection connection) throws IOException {
    Path path = Path.of(URI.create(connection.getJarFileURL().toString()));
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(ROOT))
          .map(name -> name.substring(ROOT.length()))
          .toList()
          .stream();
    }
  }

  private static Stream<String> inFolder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList()
          .stream();
    }
  }

  private static ClassLoader loader() {
    return ContractFiles.class.getClassLoader();
  }
}
