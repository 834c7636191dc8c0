package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.demo.Api;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The stack that is measured, as the load generator and the checks reach it. */
final class Platform implements AutoCloseable {

  static final String TENANT = "bench";

  private final LocalStack stack;
  private final Map<ServiceName, URI> urls = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Connection> counting = new EnumMap<>(ServiceName.class);
  private final String token;
  private final Tally tally = new Tally();

  Platform(LocalStack stack) {
    this.stack = stack;
    for (ServiceName service : ServiceName.values()) {
      urls.put(service, stack.url(service));
    }
    this.token =
        stack.tokens().issue(new TokenRequest(TENANT, Scopes.all(), "load", Duration.ofHours(2)));
  }

  LocalStack stack() {
    return stack;
  }

  /** What it has promised. */
  Tally tally() {
    return tally;
  }

  Api api() {
    return new Api(urls, token);
  }

  KeepAlive connect(ServiceName service) throws IOException {
    return KeepAlive.to(urls.get(service), token);
  }

  String bootstrapServers() {
    return stack.kafka().bootstrapServers();
  }

  Connection database(String name) throws SQLException {
    return stack.postgres().connectAsSuperuser(name);
  }

  /** One number from behind the tenants' wall. */
  synchronized long count(ServiceName service, String query) {
    try (PreparedStatement statement = counting(service).prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(
          service.processName() + " could not be counted: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    for (Connection connection : counting.values()) {
      connection.close();
    }
    counting.clear();
  }

  /** Kept, because who counts while something is measured has to take little of the machine. */
  private Connection counting(ServiceName service) throws SQLException {
    Connection known = counting.get(service);
    if (known != null) {
      return known;
    }
    Connection opened = database(service.database());
    counting.put(service, opened);
    return opened;
  }
}
