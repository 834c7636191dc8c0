package health.backstep.session.edge;

import health.backstep.backbone.testing.ExportedTables;

@SessionComponentTest
class ExportedTablesTest extends ExportedTables {}
