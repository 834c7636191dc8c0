package health.backstep.security.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that programs stumble over. */
final class Texts {

  private static final int LONG = 20_000;

  /** As they are, for JSON strings after quoting and for header fields and addresses as far. */
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\t\r\n",
          "null",
          "undefined",
          "NaN",
          "true",
          "0",
          "-1",
          "a",
          "\0",
          "before\0after",
          "\u0007\u001b[31m",
          "\u202egnirts",
          "\ufeffmark",
          "\u0130\u0131\u017f",
          "e\u0301".repeat(200),
          "\ud83e\uddd8".repeat(60),
          "\uffff",
          "' or '1'='1",
          "'; drop table patient; --",
          "{{7*7}}${7*7}#{7*7}",
          "${jndi:ldap://127.0.0.1:1/a}",
          "%s%n%x%99999d",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "x\r\nSet-Cookie: a=b",
          "\\",
          "\"",
          "//",
          "x".repeat(255),
          "x".repeat(256),
          "x".repeat(LONG),
          "\u00e4".repeat(300));

  /** JSON that stands for a string, or nearly. */
  static final List<String> RAW =
      List.of(
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"a\\ud83dz\"",
          "\"\\u0000\"",
          "\"\\x41\"",
          "\"\\u12\"",
          "\"line\nbreak\"",
          "\"\u0001\"",
          "'single'",
          "\"open",
          "unquoted");

  private Texts() {}

  static String odd(RandomGenerator random) {
    return Mutation.any(ODD, random);
  }
}
