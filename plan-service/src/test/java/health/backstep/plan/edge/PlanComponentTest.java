package health.backstep.plan.edge;

import health.backstep.backbone.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A test of the whole service on a real database and a real broker. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.SERVICE, value = "PLAN"))
@Retention(RetentionPolicy.RUNTIME)
public @interface PlanComponentTest {}
