package health.backstep.profile.edge;

import health.backstep.backbone.testing.Partner;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ProfileComponentTest
class ProbeTest {
  private final Partner p = new Partner("north-clinic");

  void show(String what, Response r) {
    System.out.println(
        "PROBE "
            + what
            + " -> "
            + r.statusCode()
            + " "
            + r.contentType()
            + " "
            + r.headers().getValue("Allow")
            + " "
            + r.headers().getValue("WWW-Authenticate")
            + " | "
            + r.asString().replace("\n", " "));
  }

  void post(String what, String body) {
    show(what, p.request().body(body).post("/v1/patients"));
  }

  void assess(String what, UUID id, String from, String to) {
    String s = Requests.assessment().toString();
    if (!s.contains(from)) {
      System.out.println("PROBE BAD " + from + s);
    }
    show(what, p.request().body(s.replace(from, to)).post("/v1/patients/" + id + "/assessments"));
  }

  @Test
  void probe() throws Exception {
    String t = p.token(health.backstep.stack.secret.Scopes.all(), java.time.Duration.ofHours(1));
    var c = java.net.http.HttpClient.newHttpClient();
    for (String body :
        new String[] {
          "{\"birthYear\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "{\"equipment\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "{\"birthYear\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
          "[".repeat(5000)
        }) {
      var r =
          c.send(
              java.net.http.HttpRequest.newBuilder(
                      java.net.URI.create("http://localhost:" + RestAssured.port + "/v1/patients"))
                  .header("Authorization", "Bearer " + t)
                  .header("Content-Type", "application/json")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.ofString());
      System.out.println("PROBE " + r.statusCode() + " " + r.body());
    }
  }

  void chunked() throws Exception {
    for (String path : new String[] {"/v1/patients", "/v1/nothing"}) {
      try (Socket s = new Socket(java.net.InetAddress.getLoopbackAddress(), RestAssured.port)) {
        String t =
            p.token(health.backstep.stack.secret.Scopes.all(), java.time.Duration.ofHours(1));
        var o = s.getOutputStream();
        o.write(
            ("POST "
                    + path
                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + t
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
          String c = " ".repeat(8192);
          for (int i = 0; i < 40; i++)
            o.write(("2000\r\n" + c + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
          o.write("0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          o.flush();
        } catch (java.io.IOException e) {
          System.out.println("PROBE chunk write " + e);
        }
        s.setSoTimeout(3000);
        try {
          byte[] b = s.getInputStream().readNBytes(3000);
          System.out.println(
              "PROBE chunked "
                  + new String(b, java.nio.charset.StandardCharsets.UTF_8).replace("\r\n", "~"));
        } catch (java.io.IOException e) {
          System.out.println("PROBE chunk read " + e);
        }
      }
    }
  }
}
