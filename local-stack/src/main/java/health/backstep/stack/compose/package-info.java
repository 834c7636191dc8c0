/** The platform as {@code docker compose} runs it, seen from the machine that the engine is on. */
package health.backstep.stack.compose;
