/** PostgreSQL and what the services keep in it. */
package health.backstep.stack.doctor.database;
