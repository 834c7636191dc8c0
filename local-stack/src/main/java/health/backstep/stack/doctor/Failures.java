package health.backstep.stack.doctor;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Failures in words. Only those words are repeated that cannot hold a secret or a patient's data;
 * of all others the kind of the failure has to do.
 */
public final class Failures {

  private Failures() {}

  public static String words(Throwable failure) {
    return switch (failure) {
      case ExecutionException e when e.getCause() != null -> words(e.getCause());
      case UncheckedIOException e -> words(e.getCause());
      case StackFailure e -> oneLine(e.getMessage());
      case IOException e -> kind(e) + said(e);
      case SQLException e -> sql(e);
      default -> kind(failure);
    };
  }

  /** The first sentence of the server's; what follows it may quote a row. */
  private static String sql(SQLException failure) {
    ServerErrorMessage server =
        failure instanceof PSQLException said ? said.getServerErrorMessage() : null;
    String words = server == null ? failure.getMessage() : server.getMessage();
    return oneLine(Objects.requireNonNullElse(words, kind(failure)))
        + " (SQLSTATE "
        + failure.getSQLState()
        + ")";
  }

  private static String said(IOException failure) {
    return failure.getMessage() == null ? "" : ": " + oneLine(failure.getMessage());
  }

  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\R", " ");
  }
}
