package health.backstep.session.edge;

import health.backstep.backbone.testing.PersonalTables;

@SessionComponentTest
class PersonalTablesTest extends PersonalTables {}
