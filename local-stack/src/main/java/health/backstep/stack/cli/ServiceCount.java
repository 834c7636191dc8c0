package health.backstep.stack.cli;

import health.backstep.stack.platform.ServiceName;

/** How many there are of one service. */
record ServiceCount(ServiceName service, long count) {}
