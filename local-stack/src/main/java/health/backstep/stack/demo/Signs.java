package health.backstep.stack.demo;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Stand-ins for signs that an output cannot show. */
final class Signs {

  private static final String SIGNS = "●▼↺▲✖‖━─│┤┼┬“”’·→▁▂▃▄▅▆▇█–−";
  private static final String PLAIN = "*v~^x|=-||++\"\"'.>__..--##--";

  private final CharsetEncoder encoder;

  Signs(Charset charset) {
    this.encoder = charset.newEncoder();
  }

  String shown(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.chars().forEach(c -> shown.append(shown((char) c)));
    return shown.toString();
  }

  private char shown(char sign) {
    int known = SIGNS.indexOf(sign);
    return encoder.canEncode(sign) ? sign : known < 0 ? '?' : PLAIN.charAt(known);
  }
}
