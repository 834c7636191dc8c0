package health.backstep.backbone.failure;

import jakarta.persistence.OptimisticLockException;
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

  private static final Set<String> PASSING_CLASSES =
      Set.of("08", "28", "3D", "40", "53", "57", "58");
  private static final Set<String> PASSING = Set.of("25006", "25P03", "25P04", "55P03");

  private static final Set<String> LIMITS = Set.of("57014", "25P03", "55P03");

  public DatabaseFailure(SQLException cause) {
    super("database: SQLSTATE " + cause.getSQLState(), cause);
  }

  /**
   * Whether any cause of the failure says that the database was away and a later try can succeed.
   */
  public static boolean isPassing(Throwable failure) {
    return anyCause(failure, DatabaseFailure::isPassing) || isCommitWithoutReason(failure);
  }

  /**
   * Whether a limit of time, of a statement (57014), a lock (55P03) or a transaction (25P03, or
   * rolled back without the database's word), ended what was tried. The database may be well then.
   */
  public static boolean isOfALimit(Throwable failure) {
    return anyCause(failure, sql -> sql.getSQLState() != null && LIMITS.contains(sql.getSQLState()))
        || isCommitWithoutReason(failure);
  }

  /** Whether the database refused a text that it cannot keep, such as one with a NUL in it. */
  public static boolean isOfText(Throwable failure) {
    return anyCause(failure, sql -> "22021".equals(sql.getSQLState()));
  }

  /** Whether another transaction was first with what may be there only once. */
  public static boolean isConflict(Throwable failure) {
    return anyCause(failure, sql -> "23505".equals(sql.getSQLState()));
  }

  /**
   * Whether another transaction has changed what this one had read, or went before it where both
   * waited for each other (40P01).
   */
  public static boolean isOvertaken(Throwable failure) {
    return all(failure).stream().anyMatch(OptimisticLockException.class::isInstance)
        || anyCause(failure, sql -> "40P01".equals(sql.getSQLState()));
  }

  /** Whether a row was refused because its patient has been erased meanwhile. */
  public static boolean isOfErased(Throwable failure) {
    return anyCause(failure, sql -> "BS404".equals(sql.getSQLState()));
  }

  private static boolean isCommitWithoutReason(Throwable failure) {
    return all(failure).stream().anyMatch(DatabaseFailure::isOfCommit)
        && !anyCause(failure, sql -> true);
  }

  /** Whether one of them broke off a commit; without the database's word the connection broke. */
  private static boolean isOfCommit(Throwable failure) {
    return failure instanceof RollbackException
        || failure instanceof HeuristicMixedException
        || failure instanceof HeuristicRollbackException
        || failure instanceof SystemException;
  }

  private static boolean anyCause(Throwable failure, Predicate<SQLException> wanted) {
    return all(failure).stream()
        .anyMatch(cause -> cause instanceof SQLException sql && wanted.test(sql));
  }

  /** A commit that failed carries its reason among the suppressed ones, not as its cause. */
  private static Set<Throwable> all(Throwable failure) {
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (all.add(next)) {
        open.addAll(List.of(next.getSuppressed()));
        Optional.ofNullable(next.getCause()).ifPresent(open::add);
      }
    }
    return all;
  }

  /**
   * Connection lost (08), a password or a database that somebody has to put right (28, 3D) and not
   * the caller's or the event's fault, no resources (53), operator intervention or a limit of time
   * (57, 25P03, 25P04), a server that only reads during a switch-over (25006), its disk (58),
   * rolled back (40), a lock not given (55P03), pool exhausted (none).
   */
  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())))
        || PASSING.contains(state);
  }
}
