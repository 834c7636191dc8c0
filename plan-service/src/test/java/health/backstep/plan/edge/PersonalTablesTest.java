package health.backstep.plan.edge;

import health.backstep.backbone.testing.PersonalTables;

@PlanComponentTest
class PersonalTablesTest extends PersonalTables {}
