package health.backstep.simulation;

import java.util.List;

/**
 * A record, what it was read as, and what that did to the plan.
 *
 * @param planVersions numbers of the versions that it made, often none
 */
public record ReadRecord(HistoryRecord told, Found found, List<Integer> planVersions) {}
