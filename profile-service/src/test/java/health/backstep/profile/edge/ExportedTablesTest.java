package health.backstep.profile.edge;

import health.backstep.backbone.testing.ExportedTables;

@ProfileComponentTest
class ExportedTablesTest extends ExportedTables {}
