package health.backstep.faults.proxy;

/** Passes bytes on between a client and a server, until it is told to do harm. */
public interface TcpProxy extends AutoCloseable {

  /** The port that clients connect to. */
  int port();

  /** Resets every open connection. */
  void resetAll();

  /** Refuses new connections and resets the open ones, until {@link #open()}. */
  void shut();

  /** Takes connections again. */
  void open();

  /**
   * Resets the next connections on which the client sends these bytes, before they reach the
   * server.
   *
   * @param times how many connections
   */
  void resetBefore(String bytes, int times);

  /**
   * Passes these bytes of the client on and resets the connection before the server's answer gets
   * back.
   *
   * @param times how many connections
   */
  void resetAfter(String bytes, int times);

  /** Takes back what {@link #resetBefore} and {@link #resetAfter} have still to do. */
  void passAgain();

  /**
   * Whether it has a connection open to the server that comes from this port of this machine, as a
   * server sees its client.
   */
  boolean reachesFrom(int clientPort);

  /** How many connections it has reset by {@link #resetBefore} and {@link #resetAfter}. */
  int resets();

  @Override
  void close();
}
