package health.backstep.backbone.tenancy;

import health.backstep.backbone.failure.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The way to the database: a transaction that belongs to one tenant. A statement that is a
 * transaction of its own has to enter the tenant itself. Both walls hang on it, the database's
 * row-level security by a setting of the transaction and Hibernate's filter by the scoped value.
 */
@ApplicationScoped
public class TenantTransaction {

  private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

  private final DataSource dataSource;

  TenantTransaction(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs the work in a new transaction of the tenant; an exception rolls it back. */
  @ActivateRequestContext
  public <T> T call(Tenant tenant, Supplier<T> work) {
    return ScopedValue.where(CURRENT, tenant)
        .call(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          enter(tenant);
                          return work.get();
                        }));
  }

  /** See {@link #call}. */
  public void run(Tenant tenant, Runnable work) {
    call(
        tenant,
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * The tenant of the running transaction.
   *
   * @throws NoSuchElementException outside of a tenant's transaction
   */
  public static Tenant current() {
    return CURRENT.orElseThrow(() -> new NoSuchElementException("not in a tenant's transaction"));
  }

  private void enter(Tenant tenant) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement set =
            connection.prepareStatement("select set_config('backstep.tenant', ?, true)")) {
      set.setString(1, tenant.name());
      set.execute();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
