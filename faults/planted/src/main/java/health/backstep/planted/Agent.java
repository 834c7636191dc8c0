package health.backstep.planted;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;

/**
 * Puts one bug into the service that is started with {@code -javaagent:planted-bugs.jar=NAME}, or
 * takes one {@link RemovedGuard} away, or with {@code clock=FILE} puts a {@link SteppedClock} in,
 * and says so. What cannot be planted ends the process: a check against a bug that is not there
 * would prove nothing.
 */
public final class Agent {

  /** No bug: the service asks a clock that can be stepped. */
  private static final String CLOCK = "clock=";

  private static final int NOT_PLANTED = 70;

  private Agent() {}

  public static void premain(String name, Instrumentation instrumentation) {
    List<Edit> edits = name.startsWith(CLOCK) ? List.of(Edits.steppedClock()) : edits(name);
    instrumentation.addTransformer(new Planting(name, edits));
  }

  private static List<Edit> edits(String name) {
    return Arrays.stream(RemovedGuard.values())
        .filter(guard -> guard.argument().equals(name))
        .findFirst()
        .map(RemovedGuard::edits)
        .orElseGet(() -> Edits.of(PlantedBug.named(name)));
  }

  private record Planting(String name, List<Edit> edits) implements ClassFileTransformer {

    /** Asked about every class, and so by means that need no class to be loaded for the answer. */
    private boolean concerns(String className) {
      for (int each = 0; each < edits.size(); each++) {
        if (edits.get(each).className().equals(className)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public byte[] transform(
        ClassLoader loader,
        String internalName,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] original) {
      if (internalName == null) {
        return null;
      }
      String className = internalName.replace('/', '.');
      if (!concerns(className)) {
        return null;
      }
      return plant(
          edits.stream().filter(edit -> edit.className().equals(className)).toList(),
          loader,
          original);
    }

    private byte[] plant(List<Edit> ofClass, ClassLoader loader, byte[] original) {
      try {
        ClassFile classFile =
            ClassFile.of(
                ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        byte[] changed = original;
        for (Edit edit : ofClass) {
          changed = edit.applyTo(classFile, changed);
          System.out.printf("PLANTED %s: %s in %s%n", name, edit.what(), edit.className());
        }
        return changed;
      } catch (RuntimeException e) {
        System.out.printf("NOT PLANTED %s: %s%n", name, e);
        Runtime.getRuntime().halt(NOT_PLANTED);
        return null;
      }
    }
  }
}
