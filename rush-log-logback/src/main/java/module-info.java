/** What is logged by way of SLF4J and Logback, for the logs of workers. */
module io.rush.log.logback {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires io.rush.api;
    requires org.slf4j;
    requires static org.jspecify;

    provides io.rush.api.log.LogSource with
            io.rush.log.logback.LogbackSource;
}
