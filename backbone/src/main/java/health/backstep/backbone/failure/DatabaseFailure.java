package health.backstep.backbone.failure;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.function.Predicate;

/** The database did not do what it was asked. */
public class DatabaseFailure extends RuntimeException {

  public DatabaseFailure(SQLException cause) {
    super("database: SQLSTATE " + cause.getSQLState(), cause);
  }

  /**
   * Whether any cause of the failure says that the database was away and a later try can succeed.
   */
  public static boolean isPassing(Throwable failure) {
    return anyCause(failure, DatabaseFailure::isPassing)
        || (isOfCommit(failure) && !anyCause(failure, sql -> true));
  }

  /** Whether the database refused a text that it cannot keep, such as one with a NUL in it. */
  public static boolean isOfText(Throwable failure) {
    return anyCause(failure, sql -> "22021".equals(sql.getSQLState()));
  }

  /** Whether another transaction was first with what may be there only once. */
  public static boolean isConflict(Throwable failure) {
    return anyCause(failure, sql -> "23505".equals(sql.getSQLState()));
  }

  /** A commit that failed without the database refusing anything: the connection broke. */
  private static boolean isOfCommit(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RollbackException
          || cause instanceof HeuristicMixedException
          || cause instanceof HeuristicRollbackException
          || cause instanceof SystemException) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyCause(Throwable failure, Predicate<SQLException> wanted) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && wanted.test(sql)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Connection lost (08), no resources (53), operator intervention (57), rolled back (40), a lock
   * or an idle transaction that took too long (55P03, 25P03), pool exhausted (none).
   */
  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("40")
        || state.equals("55P03")
        || state.equals("25P03");
  }
}
