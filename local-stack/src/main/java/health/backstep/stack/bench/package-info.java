/** How fast the platform is, told against what this machine can do at best. */
package health.backstep.stack.bench;
