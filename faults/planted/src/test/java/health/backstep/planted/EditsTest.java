package health.backstep.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bugs fit the services as they are today. */
class EditsTest {

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(EditsTest.class.getClassLoader())));

  @ParameterizedTest
  @EnumSource
  void each_bug_changes_its_classes_and_leaves_them_valid(PlantedBug bug) throws IOException {
    assertThat(Edits.of(bug)).isNotEmpty();
    for (Edit edit : Edits.of(bug)) {
      changesItsClassAndLeavesItValid(edit);
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_guard_can_be_taken_away(RemovedGuard guard) throws IOException {
    for (Edit edit : guard.edits()) {
      changesItsClassAndLeavesItValid(edit);
    }
  }

  @Test
  void the_clock_can_be_stepped() throws IOException {
    changesItsClassAndLeavesItValid(Edits.steppedClock());
  }

  @Test
  void a_bug_that_no_longer_fits_is_refused() throws IOException {
    Edit outdated = Edit.text(Edit.class.getName(), "a text that nobody wrote " + "there", "x");
    byte[] original = bytes(Edit.class.getName());

    assertThatThrownBy(() -> outdated.applyTo(CLASS_FILE, original))
        .hasMessageContaining("is not changed by");
  }

  private static void changesItsClassAndLeavesItValid(Edit edit) throws IOException {
    byte[] changed = edit.applyTo(CLASS_FILE, bytes(edit.className()));
    assertThat(CLASS_FILE.verify(changed)).as(edit.toString()).isEmpty();
  }

  private static byte[] bytes(String className) throws IOException {
    String file = "/" + className.replace('.', '/') + ".class";
    try (InputStream in = EditsTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return in.readAllBytes();
    }
  }
}
