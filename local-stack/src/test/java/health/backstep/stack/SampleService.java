package health.backstep.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Stands where a packaged service would: says that it is ready, and what it was told. */
public final class SampleService {

  private SampleService() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    InetSocketAddress address = new InetSocketAddress(System.getenv("QUARKUS_HTTP_HOST"), port);
    byte[] told =
        String.join("\n", new TreeSet<>(System.getenv().keySet())).getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, told.length);
          exchange.getResponseBody().write(told);
          exchange.close();
        });
    server.start();
  }

  /** Packages this class as the service of that name in a repository. */
  public static void packageInto(Path repository, String service) throws IOException {
    Path jar = repository.resolve(service + "/target/quarkus-app/quarkus-run.jar");
    String entry = SampleService.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SampleService.class.getName());
    Files.createDirectories(jar.getParent());
    try (InputStream code = SampleService.class.getResourceAsStream("/" + entry);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry(entry));
      code.transferTo(out);
    }
  }
}
