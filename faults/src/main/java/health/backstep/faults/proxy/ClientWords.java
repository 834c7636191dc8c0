package health.backstep.faults.proxy;

/** Listens to what the client of one connection says, in whatever pieces it arrives. */
interface ClientWords {

  /** Takes the next bytes. */
  void hear(byte[] bytes, int length);

  /** Whether the bytes heard last completed these words. */
  boolean justSaid(String words);
}
