#!/bin/sh
# Starts workers of the rush network tuning. They wait until startRemote says what to run.
# Set RUSH_REDIS_URL in the environment first, for example from a file that only you can read:
#   export RUSH_REDIS_URL="$(cat ~/.rush-redis-url)"
# It holds redis://[user:password@]host[:port][/database].
if [ -z "${RUSH_REDIS_URL+set}" ]; then
  echo 'RUSH_REDIS_URL is not set; set it to redis://[user:password@]host[:port][/database]' >&2
  exit 2
fi
export RUSH_REDIS_URL
export RUSH_STORE='jedis'
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" '-cp' '/opt/it'\''s/lib/*' 'io.rush.core.WorkerMain' 'tuning' '--remote' '--heartbeat' '5/30'
