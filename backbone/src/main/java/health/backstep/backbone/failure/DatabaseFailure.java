package health.backstep.backbone.failure;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The database did not do what it was asked. */
public class DatabaseFailure extends RuntimeException {

  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");
  private static final Set<String> PASSING = Set.of("25006", "25P03", "25P04", "55P03");

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

  /** A commit that failed carries its reason among the suppressed ones, not as its cause. */
  private static boolean anyCause(Throwable failure, Predicate<SQLException> wanted) {
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (next instanceof SQLException sql && wanted.test(sql)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(List.of(next.getSuppressed()));
        Optional.ofNullable(next.getCause()).ifPresent(open::add);
      }
    }
    return false;
  }

  /**
   * Connection lost (08), no resources (53), operator intervention or a limit of time (57, 25P03,
   * 25P04), a server that only reads during a switch-over (25006), its disk (58), rolled back (40),
   * a lock not given (55P03), pool exhausted (none).
   */
  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())))
        || PASSING.contains(state);
  }
}
