package health.backstep.faults.check.evidence;

/** That a table names a patient under a tenant. */
public record TenantRow(String table, String tenant, String patientId) {}
