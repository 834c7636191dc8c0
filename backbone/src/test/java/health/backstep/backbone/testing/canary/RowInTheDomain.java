package health.backstep.backbone.testing.canary;

import health.backstep.backbone.testing.canary.edge.Perch;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row outside of an edge, a framework in the domain, and a domain that knows an edge. */
@Entity
class RowInTheDomain {

  @Id long id;

  Perch perch() {
    return new Perch(id);
  }
}
