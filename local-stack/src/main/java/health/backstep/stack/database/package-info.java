/** PostgreSQL of one data folder: its programs, its cluster, its server process and its roles. */
package health.backstep.stack.database;
