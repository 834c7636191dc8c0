package health.backstep.profile.edge;

import health.backstep.backbone.testing.PersonalTables;

@ProfileComponentTest
class PersonalTablesTest extends PersonalTables {}
