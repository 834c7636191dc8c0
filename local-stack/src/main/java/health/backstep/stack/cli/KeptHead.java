package health.backstep.stack.cli;

import health.backstep.stack.platform.ServiceName;
import health.backstep.wire.audit.ChainHead;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** The head of a chain as {@code audit verify} prints it and takes it back. */
record KeptHead(ServiceName service, ChainHead head) {

  private static final Pattern FORM =
      Pattern.compile("(profile|plan|session):([a-z0-9-]+):([0-9]{1,18}):([0-9a-f]{64})");

  static KeptHead parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no head such as profile:demo:1204:9f86d0... (64 digits)");
    }
    return new KeptHead(
        ServiceName.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
        new ChainHead(form.group(2), Long.parseLong(form.group(3)), form.group(4)));
  }

  @Override
  public String toString() {
    return service.database() + ":" + head;
  }
}
