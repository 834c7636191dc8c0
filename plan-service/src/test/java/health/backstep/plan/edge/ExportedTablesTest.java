package health.backstep.plan.edge;

import health.backstep.backbone.testing.ExportedTables;

@PlanComponentTest
class ExportedTablesTest extends ExportedTables {}
