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
    String ok = Requests.patient().toString();
    UUID id = UUID.fromString(p.request().body(ok).post("/v1/patients").path("patientId"));
    post("malformed", "{\"birthYear\": 1985,");
    post("notjson", "hello");
    post("trailing", ok + "{}");
    post("dup", ok.replace("{\"birthYear\"", "{\"birthYear\":1985,\"birthYear\""));
    post("array", "[]");
    post("null", "null");
    post("string", "\"x\"");
    show("empty", p.request().post("/v1/patients"));
    post("emptystr", " ");
    post("unknown", ok.replace("{\"birthYear\"", "{\"colour\":1,\"birthYear\""));
    post("enum", ok.replace("EXERCISE_BALL", "SPACESHIP"));
    post("enumnum", ok.replace("\"EXERCISE_BALL\"", "1"));
    post("enum null", ok.replace("\"EXERCISE_BALL\"", "null"));
    post("strnum", ok.replace("1985", "\"1985\""));
    post("float", ok.replace("1985", "1985.5"));
    post("float0", ok.replace("1985", "1985.0"));
    post("exp", ok.replace("1985", "1.985e3"));
    post("huge", ok.replace("1985", "99999999999999"));
    post("hugeexp", ok.replace("1985", "1e400000"));
    post("boolnum", ok.replace("1985", "true"));
    post("objnum", ok.replace("1985", "{}"));
    post("emptystrnum", ok.replace("1985", "\"\""));
    post("numstr", ok.replace("\"Europe/Berlin\"", "5"));
    post("boolstr", ok.replace("\"Europe/Berlin\"", "true"));
    post("arrstr", ok.replace("\"Europe/Berlin\"", "[]"));
    post("arrstr1", ok.replace("\"Europe/Berlin\"", "[\"Europe/Berlin\"]"));
    post("strarr", ok.replace("[\"EXERCISE_BALL\"]", "\"EXERCISE_BALL\""));
    post("dupset", ok.replace("[\"EXERCISE_BALL\"]", "[\"MAT\",\"MAT\"]"));
    post("zone", ok.replace("Europe/Berlin", "Mars/Base"));
    post("zonenul", ok.replace("Europe/Berlin", "Mars\\u0000Base"));
    post("zone+", ok.replace("Europe/Berlin", "+02:00"));
    post("young", ok.replace("1985", "2020"));
    post("old", ok.replace("1985", "1901"));
    post("missing", ok.replace("\"birthYear\":1985,", ""));
    post("ext nul", ok.replace("{\"birthYear\"", "{\"externalId\":\"a\\u0000b\",\"birthYear\""));
    post("ext blank", ok.replace("{\"birthYear\"", "{\"externalId\":\"  \",\"birthYear\""));
    post("ext empty", ok.replace("{\"birthYear\"", "{\"externalId\":\"\",\"birthYear\""));
    post(
        "ext surrogate", ok.replace("{\"birthYear\"", "{\"externalId\":\"\\ud800\",\"birthYear\""));
    if (System.getenv("DEEP") != null) {
      post("deep", "{\"birthYear\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
      return;
    }
    show(
        "badutf8",
        p.request()
            .contentType("application/json")
            .body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
            .post("/v1/patients"));
    show("404 route", p.request().get("/v1/nothing"));
    show("404 root", p.request().get("/"));
    show("404 no token", RestAssured.given().get("/v1/nothing"));
    show("405", p.request().delete("/v1/patients"));
    show("405 b", p.request().patch("/v1/patients/" + id));
    show("405 no token", RestAssured.given().delete("/v1/patients"));
    show("415", p.request().contentType("text/plain").body(ok).post("/v1/patients"));
    show("415 xml", p.request().contentType("application/xml").body(ok).post("/v1/patients"));
    show(
        "no ct",
        RestAssured.given()
            .auth()
            .oauth2(
                p.token(health.backstep.stack.secret.Scopes.all(), java.time.Duration.ofHours(1)))
            .body(ok.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .noContentType()
            .post("/v1/patients"));
    show("406", p.request().accept("text/plain").get("/v1/patients/" + id));
    show("406xml list", p.request().accept("application/xml").get("/v1/patients?externalId=a"));
    show("uuid", p.request().get("/v1/patients/42"));
    show("uuid2", p.request().get("/v1/patients/1-1-1-1-1"));
    show(
        "uuid3",
        p.request().body(Requests.assessment().toString()).post("/v1/patients/42/assessments"));
    show("limit", p.request().get("/v1/patients/" + id + "/assessments?limit=abc"));
    show("limit0", p.request().get("/v1/patients/" + id + "/assessments?limit=0"));
    show("cursor", p.request().get("/v1/patients/" + id + "/assessments?cursor=!!"));
    show(
        "cursor2",
        p.request()
            .get(
                "/v1/patients/"
                    + id
                    + "/assessments?cursor=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    show("nul param", p.request().urlEncodingEnabled(false).get("/v1/patients?externalId=a%00b"));
    show("bad enc", p.request().urlEncodingEnabled(false).get("/v1/patients?externalId=a%zz"));
    show("bad encpath", p.request().urlEncodingEnabled(false).get("/v1/patients/%zz"));
    show("missing", p.request().get("/v1/patients/" + UUID.randomUUID()));
    show("413 cl", p.request().body("x".repeat(300_000)).post("/v1/patients"));
    show("key blank", p.request().header("Idempotency-Key", " ").body(ok).post("/v1/patients"));
    show(
        "key long",
        p.request().header("Idempotency-Key", "k".repeat(256)).body(ok).post("/v1/patients"));
    show(
        "header big", p.request().header("X-Big", "k".repeat(20000)).body(ok).post("/v1/patients"));
    show("url long", p.request().get("/v1/patients?externalId=" + "k".repeat(20000)));
    show(
        "if-match weak",
        p.request().header("If-Match", "W/\"0\"").body(ok).put("/v1/patients/" + id));
    show(
        "if-match list",
        p.request().header("If-Match", "\"5\", \"0\"").body(ok).put("/v1/patients/" + id));
    chunked();
    assess("pain 11", id, "\"now\":4", "\"now\":11");
    assess("pain null", id, "\"now\":4", "\"now\":null");
    assess("pain str", id, "\"now\":4", "\"now\":\"4\"");
    assess("pain float", id, "\"now\":4", "\"now\":4.5");
    assess("bool as str", id, "\"lasting\":true", "\"lasting\":\"true\"");
    assess("bool as int", id, "\"lasting\":true", "\"lasting\":1");
    assess("bool as float", id, "\"lasting\":true", "\"lasting\":1.5");
    assess("test enum", id, "CENTRALISED", "centralised");
    assess("unk nested", id, "\"lasting\":true", "\"lasting\":true,\"x\":1");
    assess("flag", id, "\"saddleNumbness\":false,", "");
    assess("future", id, "2026-11-20T09:00:00+01:00", "2099-11-20T09:00:00+01:00");
    assess("far past", id, "2026-11-20T09:00:00+01:00", "0001-11-20T09:00:00+01:00");
    assess("year -99999", id, "2026-11-20T09:00:00+01:00", "-999999999-11-20T09:00:00+01:00");
    assess("year +99999", id, "2026-11-20T09:00:00+01:00", "+999999999-12-31T23:59:59-18:00");
    assess("no offset", id, "2026-11-20T09:00:00+01:00", "2026-11-20T09:00:00");
    assess("date rubbish", id, "\"2026-11-20T09:00:00+01:00\"", "\"x\"");
    assess("date number", id, "\"2026-11-20T09:00:00+01:00\"", "1764000000");
    assess("date empty", id, "\"2026-11-20T09:00:00+01:00\"", "\"\"");
    assess("onset num", id, "\"2026-10-25\"", "19000");
    assess("onset arr", id, "\"2026-10-25\"", "[2026,10,25]");
    assess("onset", id, "\"2026-10-25\"", "\"2026-11-21\"");
    assess("onset 1000", id, "\"2026-10-25\"", "\"-99999-11-21\"");
    assess("odi 9", id, "[1,1,2,", "[1,2,");
    assess("odi 6", id, "[1,1,2,", "[1,6,2,");
    assess("odi str", id, "[1,1,2,", "[1,\"1\",2,");
    assess("psy", id, "\"psychosocial\":1", "\"psychosocial\":4");
    assess("redFlags null", id, "\"legWeakness\":\"NONE\"", "\"legWeakness\":null");
    assess("redFlags str", id, "\"saddleNumbness\":false", "\"saddleNumbness\":\"no\"");
    for (String v :
        new String[] {
          "2026-02-30",
          "x",
          "2026-11-30T10:00:00",
          "+999999999-12-31",
          "-999999999-01-01T00:00:00+18:00",
          "+999999999-12-31T23:59:59-18:00",
          "+500000-01-01",
          "2020-01-01"
        }) {
      show(
          "clr " + v,
          p.request()
              .body(Requests.clearance("CLEARED").put("validUntil", v).toString())
              .put(
                  "/v1/patients/"
                      + UUID.fromString(p.request().body(ok).post("/v1/patients").path("patientId"))
                      + "/clearance"));
    }
    show(
        "clr nul",
        p.request()
            .body(Requests.clearance("CLEARED").put("by", "a\0b").toString())
            .put("/v1/patients/" + id + "/clearance"));
    show(
        "clr blank",
        p.request()
            .body(Requests.clearance("CLEARED").put("by", "  ").toString())
            .put("/v1/patients/" + id + "/clearance"));
    show("live", RestAssured.given().get("/q/health/live"));
    show("ready", RestAssured.given().get("/q/health/ready"));
    show("health", RestAssured.given().get("/q/health"));
    String m = RestAssured.given().get("/q/metrics").asString();
    m.lines().filter(l -> l.contains("backstep")).forEach(l -> System.out.println("PROBE " + l));
    System.out.println(
        "PROBE " + RestAssured.given().get("/q/openapi").asString().lines().limit(20).toList());
    show("q unknown", RestAssured.given().get("/q/nothing"));
    show("options", RestAssured.given().options("/v1/patients"));
    show("head", p.request().head("/v1/patients/" + id));
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
