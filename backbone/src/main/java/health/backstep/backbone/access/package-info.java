/** Who may call what: every route names the scopes that open it. */
package health.backstep.backbone.access;
