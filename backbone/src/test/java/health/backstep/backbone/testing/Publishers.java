package health.backstep.backbone.testing;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.backstep.backbone.outbox.Outbox;
import java.util.List;

/** Where in a service's code an event is put into the outbox. */
public final class Publishers {

  private Publishers() {}

  /** Simple names of the classes below a package that do, one for each call, in order. */
  public static List<String> below(String root) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root)
            .stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(Publishers::publishes)
            .map(call -> call.getOriginOwner().getSimpleName())
            .sorted()
            .toList();
  }

  private static boolean publishes(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Outbox.class)
        && call.getTarget().getName().startsWith("publish");
  }
}
