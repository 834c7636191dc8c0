/** The platform as {@code docker compose} runs it, as the ground of a fault run. */
package health.backstep.faults.compose;
