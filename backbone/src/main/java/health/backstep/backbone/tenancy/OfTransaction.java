package health.backstep.backbone.tenancy;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** What its owner remembers for the running transaction and no longer. */
public final class OfTransaction<T> {

  private final TransactionSynchronizationRegistry transactions;
  private final Supplier<T> beginning;

  /**
   * @param beginning what is remembered when the transaction begins
   */
  public OfTransaction(TransactionSynchronizationRegistry transactions, Supplier<T> beginning) {
    this.transactions = transactions;
    this.beginning = beginning;
  }

  /** What is remembered for the running transaction. */
  @SuppressWarnings("unchecked")
  public T get() {
    T known = (T) transactions.getResource(this);
    if (known == null) {
      known = beginning.get();
      transactions.putResource(this, known);
    }
    return known;
  }
}
