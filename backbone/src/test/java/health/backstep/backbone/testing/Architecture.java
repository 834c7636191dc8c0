package health.backstep.backbone.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import health.backstep.backbone.testing.canary.Canaries;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/**
 * What holds in each service. The one class {@code Domain} is free, because it puts the domain into
 * the framework. Every rule is shown to fail on a canary that breaks it.
 */
public abstract class Architecture {

  private static final String EDGE = "..edge..";
  private static final String WIRE = "..wire..";

  private static final ArchRule DOMAIN_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGE, WIRE)
          .and()
          .doNotHaveSimpleName("Domain")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "javax.sql..",
              "java.sql..",
              "org.apache.kafka..",
              "org.hibernate..",
              "com.fasterxml..");

  private static final ArchRule DOMAIN_KNOWS_NO_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGE, WIRE)
          .and()
          .doNotHaveSimpleName("Domain")
          .should()
          .dependOnClassesThat(resideInAnyPackage(EDGE, "health.backstep.*.*.wire.."));

  /** What goes over the wire can be read and written without a server. */
  private static final ArchRule WIRE_KNOWS_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage(WIRE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGE, "io.quarkus..", "jakarta.ws..", "org.hibernate..");

  private static final ArchRule ROUTES_AND_ROWS_ARE_EDGES =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(Path.class)
          .should()
          .resideInAPackage(EDGE);

  private final String root;
  private final JavaClasses service;

  /** For the service whose packages lie below this one. */
  protected Architecture(String root) {
    this.root = root;
    this.service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  @Test
  void theDomainIsPlainJava() {
    DOMAIN_IS_PLAIN_JAVA.check(service);
    assertFails(DOMAIN_IS_PLAIN_JAVA);
  }

  @Test
  void theDomainKnowsNoEdge() {
    DOMAIN_KNOWS_NO_EDGE.check(service);
    assertFails(DOMAIN_KNOWS_NO_EDGE);
  }

  @Test
  void theWireKnowsNoServer() {
    WIRE_KNOWS_NO_SERVER.check(service);
    assertFails(WIRE_KNOWS_NO_SERVER);
  }

  @Test
  void routesAndRowsAreEdges() {
    ROUTES_AND_ROWS_ARE_EDGES.check(service);
    assertFails(ROUTES_AND_ROWS_ARE_EDGES);
  }

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    noCircles(root).check(service);
    assertFails(noCircles(Canaries.class.getPackageName()));
  }

  @Test
  void thereIsSomethingToHoldToTheRules() {
    assertThat(service).hasSizeGreaterThan(50);
    assertThat(service.stream().filter(type -> type.isAnnotatedWith(Path.class))).isNotEmpty();
    assertThat(service.stream().filter(type -> type.isAnnotatedWith(Entity.class))).isNotEmpty();
  }

  /**
   * A feature's domain, its wire and its edge are slices of their own, because edges bring domains
   * together.
   */
  private static ArchRule noCircles(String root) {
    return slices().assignedFrom(features(root)).should().beFreeOfCycles();
  }

  private static SliceAssignment features(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
          return SliceIdentifier.ignore();
        }
        String feature = name.substring(root.length() + 1).replaceFirst("\\..*", "");
        return SliceIdentifier.of(feature, part(name));
      }

      @Override
      public String getDescription() {
        return "features of " + root;
      }
    };
  }

  private static String part(String packageName) {
    if (packageName.contains(".edge")) {
      return "edge";
    }
    return packageName.contains(".wire") ? "wire" : "domain";
  }

  private static void assertFails(ArchRule rule) {
    JavaClasses canaries = new ClassFileImporter().importPackagesOf(Canaries.class);
    assertThat(rule.evaluate(canaries).hasViolation()).as(rule.getDescription()).isTrue();
  }
}
