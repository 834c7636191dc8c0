package health.backstep.stack.platform;

/**
 * The stack cannot do what was asked. The message is written for the person at the terminal: what
 * is wrong, where, and what to do about it.
 */
public final class StackFailure extends RuntimeException {

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
