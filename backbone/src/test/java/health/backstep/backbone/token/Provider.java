package health.backstep.backbone.token;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider with a real server, real keys and real signatures. */
final class Provider implements AutoCloseable {

  static final String ISSUER = "https://provider.example";
  static final String AUDIENCE = "backstep";

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile long heldBack;

  private Provider(HttpServer server) {
    this.server = server;
  }

  static Provider started() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Provider provider = new Provider(server);
    server.createContext(
        "/",
        call -> {
          provider.asked.incrementAndGet();
          byte[] body = provider.answer.getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().add("Cache-Control", "max-age=31536000");
          call.getResponseHeaders().add("Location", "/elsewhere");
          long length = body.length + provider.heldBack;
          call.sendResponseHeaders(provider.status, length == 0 ? -1 : length);
          call.getResponseBody().write(body);
          call.getResponseBody().flush();
          if (provider.heldBack == 0) {
            call.close();
          }
        });
    server.start();
    return provider;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
  }

  int asked() {
    return asked.get();
  }

  void publishes(RsaJsonWebKey... keys) {
    answers(200, new JsonWebKeySet(List.of(keys)).toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  void answers(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  /** Promises a byte more than comes. */
  void doesNotEndItsAnswers() {
    heldBack = 1;
  }

  static RsaJsonWebKey key(String name) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(name);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  static String token(RsaJsonWebKey key) {
    return token(key, new JsonWebSignature());
  }

  /** A token that carries its key's name, unless the header is given one. */
  static String token(RsaJsonWebKey key, JsonWebSignature token) {
    if (token.getKeyIdHeaderValue() == null) {
      token.setKeyIdHeaderValue(key.getKeyId());
    }
    return withHeader(key, token);
  }

  /** A token with just this header. */
  static String withHeader(RsaJsonWebKey key, JsonWebSignature token) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject("app");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setKey(key.getPrivateKey());
    token.setPayload(claims.toJson());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
