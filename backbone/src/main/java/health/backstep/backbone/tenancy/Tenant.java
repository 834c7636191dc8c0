package health.backstep.backbone.tenancy;

import java.util.regex.Pattern;

/**
 * A partner whose patients are kept apart from everybody else's.
 *
 * @param name 1 to 64 lower-case letters, digits and hyphens
 */
public record Tenant(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public Tenant {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a tenant's name has 1 to 64 lower-case letters, digits and hyphens");
    }
  }

  public static boolean isName(String name) {
    return name != null && NAME.matcher(name).matches();
  }
}
