package health.backstep.faults.proxy;

import java.nio.charset.StandardCharsets;

/** Words that pass as they are, such as HTTP's. */
final class PlainWords implements ClientWords {

  private static final int LONGEST = 1_024;

  private String heard = "";
  private int before;

  @Override
  public void hear(byte[] bytes, int length) {
    String end = heard.substring(Math.max(0, heard.length() - LONGEST));
    before = end.length();
    heard = end + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public boolean justSaid(String words) {
    return heard.indexOf(words, Math.max(0, before - words.length() + 1)) >= 0;
  }
}
