package health.backstep.security.fuzz;

/** A header field as it goes out, unchecked. */
record Header(String name, String value) {

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}
