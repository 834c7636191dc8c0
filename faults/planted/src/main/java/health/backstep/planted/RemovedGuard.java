package health.backstep.planted;

import java.util.List;
import java.util.Locale;

/** Guards of the services that are taken away to see what still stands, or who notices. */
public enum RemovedGuard {
  /** Hibernate sees the rows of all tenants: only the database's wall stands. */
  NO_TENANT_FILTER(
      "io.quarkus.hibernate.orm.runtime.tenant.HibernateCurrentTenantIdentifierResolver") {
    @Override
    Edit edit(String className) {
      return Edit.always(className, "isRoot", true);
    }
  },
  /** Whoever is known may record a clearance: the route's scope has come to mean nothing. */
  UNCHECKED_SCOPE("io.quarkus.security.runtime.interceptor.check.RolesAllowedCheck") {
    @Override
    Edit edit(String className) {
      return Edit.text(className, ANYBODY_KNOWN, "clearance:write");
    }
  },
  /** What a caller got wrong is told as a failure of ours. */
  BLAMED_ON_US("health.backstep.backbone.problem.UnreadableJson") {
    @Override
    Edit edit(String className) {
      return Edit.code(className, "answer", "500 for 400", Edits.otherNumber(400, 500));
    }
  },
  /** A refusal says nothing of being a problem document. */
  PLAIN_PROBLEMS("health.backstep.backbone.problem.ProblemAnswer") {
    @Override
    Edit edit(String className) {
      return Edit.text(className, "application/problem+json", "application/json");
    }
  },
  /** A call that fails keeps what it has written by then. */
  KEPT_THOUGH_REFUSED("io.quarkus.narayana.jta.QuarkusTransactionImpl") {
    @Override
    Edit edit(String className) {
      return Edit.code(className, "callInOurTx", "never rolls back", Edits.commitForRollback());
    }
  },
  /** Whoever takes an event in writes its payload to the log. */
  LOGGED_PAYLOAD("health.backstep.backbone.inbox.Handling") {
    @Override
    Edit edit(String className) {
      return Edits.loggedPayload(className);
    }
  },
  /** A body that cannot be read is refused in the parser's words, which quote it. */
  QUOTED_BODY("health.backstep.backbone.problem.UnreadableJson") {
    @Override
    Edit edit(String className) {
      return Edits.parsersWords(className);
    }
  },
  /** Spans leave the service with all that the framework knows, paths and queries included. */
  PERSONAL_SPANS("health.backstep.backbone.tracing.ImpersonalSpan") {
    @Override
    Edit edit(String className) {
      return Edit.always(className, "isPersonal", false);
    }
  };

  /** A role that the framework takes for "every caller with a valid token". */
  private static final String ANYBODY_KNOWN = "**";

  private final String where;

  RemovedGuard(String where) {
    this.where = where;
  }

  abstract Edit edit(String className);

  /** What it changes. */
  List<Edit> edits() {
    return List.of(edit(where));
  }

  /** The guard as it is named on a command line, such as {@code no-tenant-filter}. */
  public String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
